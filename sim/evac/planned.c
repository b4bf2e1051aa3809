#include "planned.h"

#include "base/name.h"
#include "place.h"
#include "surgeons.h"
#include "world/planned.h"

static void case_ended(struct trial *t, int hospital)
{
    struct hospital *h = &t->hospital[hospital];
    h->list_on = false;
    place_left(t, h, TABLES, h->list_team);
}

void planned_went_on(struct trial *t, struct hospital *h)
{
    int64_t now = agenda_now(t->agenda);
    if (h->list_on || !h->list_left)
        return;
    if (now >= h->list_ends_ms) {
        h->list_left = 0;
        return;
    }
    if (h->for_table.count || !place_is_free(t, h, TABLES))
        return;
    int hospital = h->number;
    h->list_on = true;
    h->list_left--;
    place_occupied(t, h, TABLES, +1);
    h->list_team = surgeons_began(t, h);
    TELL(t, "a planned operation begins at %s", h->facility->id);
    int64_t takes_ms = planned_ms(h->facility, &t->luck, now / DAYS(1), h->list_left);
    agenda_book(t->agenda, takes_ms, case_ended, hospital, NULL);
}

static void list_began(struct trial *t, int hospital)
{
    struct hospital *h = &t->hospital[hospital];
    const struct planned *p = &h->facility->planned;
    int64_t now = agenda_now(t->agenda);
    h->list_left = planned_cases(h->facility, &t->luck, now / DAYS(1));
    h->list_ends_ms = now + (p->until_ms - p->from_ms);
    agenda_book(t->agenda, DAYS(1), list_began, hospital, NULL);
    table_looked_at(t, h);
}

void planned_expected(struct trial *t)
{
    for (int i = 0; i < t->hospitals; i++) {
        struct hospital *h = &t->hospital[i];
        h->list_on = false;
        h->list_left = 0;
        if (h->facility->tables > 0 && dist_mean(&h->facility->planned.cases) > 0)
            agenda_book(t->agenda, h->facility->planned.from_ms, list_began, i, NULL);
    }
}
