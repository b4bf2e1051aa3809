/* check_threat.c -- kinds of attack and what they do. */
#include "check.h"

#include <math.h>

static struct place at_key(struct reader *r, const struct attack *a, const char *key)
{
    return place_of(r, "attacks", a->id, key);
}

static bool on_patrols(const struct attack *a)
{
    return a->per == PER_PATROL_KM || a->per == PER_PATROL_HOUR;
}

static void check_script(struct reader *r, const struct scenario *s, const struct attack *a)
{
    int64_t end_ms = s->run.warm_up_ms + s->run.horizon_ms + s->run.cool_down_ms;
    if (!is_given(r, "attacks", a->id, "at"))
        diag_error(r->diag, at_key(r, a, NULL), NULL, "a script needs \"at\"");
    if (a->sites.all || !a->sites.n)
        diag_error(r->diag, at_key(r, a, "sites"), "write [site]", "a script needs \"sites\"");
    if (a->rate > 0)
        diag_error(r->diag, at_key(r, a, "rate"), NULL, "rate: a script happens once and has no rate");
    if (a->at_ms > end_ms)
        diag_warn(r->diag, at_key(r, a, "at"), NULL, "at: this is after the end of the run");
}

static void check_random(struct reader *r, const struct scenario *s, const struct attack *a)
{
    if (!is_given(r, "attacks", a->id, "rate"))
        diag_error(r->diag, at_key(r, a, NULL), NULL, "an attack needs \"rate\"");
    if (a->at_ms > 0)
        diag_error(r->diag, at_key(r, a, "at"), NULL, "at: only a script happens at a given moment");
    if (on_patrols(a) && !a->sites.all)
        diag_error(r->diag, at_key(r, a, "sites"), "choose by patrols, or by the threat of roads",
                   "sites: attacks on patrols are not tied to sites");
    if (a->rate > 0 && on_patrols(a) && !s->patrols.n)
        diag_warn(r->diag, at_key(r, a, "rate"), NULL, "rate: there are no patrols to attack");
}

/* --- how many there would be ------------------------------------------------ */

static double peak(const struct profile *p)
{
    double most = 0;
    for (int i = 0; i < 48; i++)
        most = fmax(most, p->factor[i]);
    return most;
}

static double road_threat(const struct scenario *s)
{
    double most = 1;
    for (int i = 0; i < s->roads.n; i++)
        most = fmax(most, s->roads.at[i].threat);
    return most;
}

/* Kilometres or hours a day on the move, made worse by threat. */
static double patrol_exposure(const struct scenario *s, const struct patrol *p, bool hours)
{
    double trips = p->every_ms > 0 ? 86400000. / (double)p->every_ms : p->rate, km = 0;
    for (int i = 1; i < p->route.n; i++)
        km += rough_km(s, p->route.at[i - 1], p->route.at[i]) * s->map.detour;
    trips *= p->frequency;
    return trips * (hours ? km / p->speed_kmh : km) * p->threat * road_threat(s);
}

static double attacks_a_day(const struct scenario *s, const struct attack *a)
{
    double exposure = 0;
    if (a->per == SCRIPT)
        return 0;
    for (int i = 0; on_patrols(a) && i < a->patrols.n; i++)
        exposure += patrol_exposure(s, &s->patrols.at[a->patrols.at[i]], a->per == PER_PATROL_HOUR);
    for (int i = 0; !on_patrols(a) && i < a->sites.n; i++) {
        const struct site *site = &s->sites.at[a->sites.at[i]];
        exposure += site->threat * (a->per == PER_PERSON_YEAR ? site->strength : 1);
    }
    double places = on_patrols(a) ? s->patrols.n : s->sites.n;
    return a->rate * peak(&a->hours) * exposure * (1 + a->joined * places) / (1 - a->follow_on) *
           (1 + a->second);
}

/* A slip of the pen in a rate must not keep a computer busy for ever. */
static void check_number(struct reader *r, const struct scenario *s, const struct attack *a)
{
    const double most = 2e6;
    double days = (double)(s->run.warm_up_ms + s->run.horizon_ms + s->run.cool_down_ms) / 86400000;
    double attacks = attacks_a_day(s, a) * (days + 28);
    if (attacks > most)
        diag_error(r->diag, at_key(r, a, "rate"), "lower the rate, or shorten the run",
                   "rate: this would be about %.2g attacks a trial; the most is %.0f", attacks, most);
}

void check_threats(struct reader *r, const struct scenario *s)
{
    for (int i = 0; i < s->attacks.n; i++) {
        const struct attack *a = &s->attacks.at[i];
        if (a->per == SCRIPT)
            check_script(r, s, a);
        else
            check_random(r, s, a);
        if (!on_patrols(a) && !a->patrols.all)
            diag_error(r->diag, at_key(r, a, "patrols"), NULL, "patrols: only attacks on patrols have them");
        check_repeats(r, &a->sites, "sites", at_key(r, a, "sites"), "sites");
        check_repeats(r, &a->patrols, "patrols", at_key(r, a, "patrols"), "patrols");
        check_number(r, s, a);
    }
    for (int i = 0; i < s->mechanisms.n; i++) {
        const struct mechanism *m = &s->mechanisms.at[i];
        check_sum(r, &m->classes, place_of(r, "mechanisms", m->id, "classes"), "classes");
    }
}
