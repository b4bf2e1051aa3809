#include "test.h"

#include "base/unit.h"
#include "engine/agenda.h"

/* The agenda never looks inside a trial, so a test may bring its own. */
struct trial {
    char said[16];
    struct agenda *agenda;
    int64_t last_ms;
    int seen, disorder;
    struct booking again;
};

static void says(struct trial *t, int letter)
{
    t->said[strlen(t->said)] = (char)letter;
}

TEST(events_of_the_same_moment_happen_in_the_order_they_were_booked)
{
    struct trial t = {.said = ""};
    struct agenda *a = agenda_new();
    agenda_book(a, MINUTES(5), says, 'b', NULL);
    agenda_book(a, MINUTES(5), says, 'c', NULL);
    agenda_book(a, MINUTES(1), says, 'a', NULL);
    agenda_run(a, &t, MINUTES(60));
    CHECK_TEXT(t.said, "abc");
    CHECK_INT(agenda_now(a), MINUTES(60));
    agenda_free(a);
}

TEST(what_is_cancelled_does_not_happen_and_may_be_booked_again)
{
    struct trial t = {.said = ""};
    struct agenda *a = agenda_new();
    struct booking b = {0};
    agenda_book(a, 10, says, 'x', &b);
    agenda_book(a, 20, says, 'y', NULL);
    CHECK(booking_held(&b));
    agenda_cancel(a, &b);
    CHECK(!booking_held(&b));
    agenda_cancel(a, &b);
    agenda_book(a, 30, says, 'z', &b);
    agenda_run(a, &t, 100);
    CHECK_TEXT(t.said, "yz");
    CHECK(!booking_held(&b));
    agenda_free(a);
}

TEST(nothing_happens_after_the_end_until_time_goes_on)
{
    struct trial t = {.said = ""};
    struct agenda *a = agenda_new();
    agenda_book(a, 10, says, 'a', NULL);
    agenda_book(a, 11, says, 'b', NULL);
    agenda_run(a, &t, 10);
    CHECK_TEXT(t.said, "a");
    agenda_run(a, &t, 11);
    CHECK_TEXT(t.said, "ab");
    CHECK_INT(agenda_events(a), 2);
    agenda_free(a);
}

static void in_order(struct trial *t, int who)
{
    (void)who;
    t->disorder += agenda_now(t->agenda) < t->last_ms;
    t->last_ms = agenda_now(t->agenda);
    t->seen++;
}

TEST(thousands_of_bookings_and_cancellations_keep_time_in_order)
{
    enum { N = 5000 };
    static struct booking held[N];
    memset(held, 0, sizeof held);
    struct trial t = {.agenda = agenda_new()};
    uint64_t x = 88172645463325252u;
    for (int i = 0; i < N; i++) {
        x ^= x << 13, x ^= x >> 7, x ^= x << 17;
        agenda_book(t.agenda, (int64_t)(x % 100000), in_order, i, &held[i]);
    }
    int cancelled = 0;
    for (int i = 0; i < N; i += 3, cancelled++)
        agenda_cancel(t.agenda, &held[i]);
    agenda_run(t.agenda, &t, 100000);
    CHECK_INT(t.disorder, 0);
    CHECK_INT(t.seen, N - cancelled);
    agenda_free(t.agenda);
}
