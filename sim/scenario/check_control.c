/* check_control.c -- messages that get through some day, and people who can be asked. */
#include "check.h"

#include <string.h>

#include "base/word.h"
#include "schema_rows.h"

static void check_outage(struct reader *r, const struct scenario *s, const struct outage *o)
{
    bool always = o->hours.from_ms == o->hours.to_ms;
    for (int n = 0; n < o->sectors.n; n++)
        if (!is_sector(s, o->sectors.at[n]))
            diag_error(r->diag, place_of(r, "outages", o->id, "sectors"), NULL,
                       "sectors: no site is in a sector \"%s\"", o->sectors.at[n]);
    if (always && o->chance >= 1 && o->months.set == 0xfff && !o->relay_ms)
        diag_error(r->diag, place_of(r, "outages", o->id, NULL), "give hours, a chance below 1, or relay",
                   "no message would ever get through");
}

static void check_rule(struct reader *r, const struct consent_rule *c)
{
    if (c->from > c->to)
        diag_error(r->diag, place_of(r, "consent", c->id, "to"), NULL,
                   "to: it is graver than from, so the rule fits nobody");
}

static void check_host(struct reader *r, const struct scenario *s, const struct host_rule *h)
{
    for (int n = 0; n < h->sectors.n; n++)
        if (!is_sector(s, h->sectors.at[n]))
            diag_error(r->diag, place_of(r, "host_nation", h->id, "sectors"), NULL,
                       "sectors: no site is in a sector \"%s\"", h->sectors.at[n]);
    if (h->rule == HOST_APPROVE && h->refused >= 1 && h->again_ms)
        diag_error(r->diag, place_of(r, "host_nation", h->id, "refused"),
                   "write rule: ban, or ask_again: 0 h",
                   "refused: it is asked again and again, and always refuses");
}

static void check_affiliation(struct reader *r, const struct eligibility *e)
{
    struct nearest near = {.wanted = e->id};
    for (int a = 0; affiliation_words[a]; a++) {
        if (!strcmp(affiliation_words[a], e->id))
            return;
        nearest_try(&near, affiliation_words[a]);
    }
    diag_error(r->diag, place_of(r, "eligibility", e->id, NULL), did_you_mean(r->arena, near.best),
               "\"%s\" is none of un, host, contractor, civilian", e->id);
}

/* About those whom no facility admits there is nothing to decide. */
static void check_case(struct reader *r, const struct eligibility *e)
{
    if (!e->granted[GRANT_ADMITTED] && dist_mean(&e->decision) > 0)
        diag_error(r->diag, place_of(r, "eligibility", e->id, "decision"), NULL,
                   "decision: none of them is taken anyway");
}

void check_control(struct reader *r, const struct scenario *s)
{
    for (int i = 0; i < s->outages.n; i++)
        check_outage(r, s, &s->outages.at[i]);
    for (int i = 0; i < s->consent.n; i++)
        check_rule(r, &s->consent.at[i]);
    for (int i = 0; i < s->host_nation.n; i++)
        check_host(r, s, &s->host_nation.at[i]);
    for (int i = 0; i < s->eligibility.n; i++) {
        check_affiliation(r, &s->eligibility.at[i]);
        check_case(r, &s->eligibility.at[i]);
    }
}
