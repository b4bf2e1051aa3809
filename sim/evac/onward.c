#include "onward.h"

#include "base/name.h"

#include "casualty_steps.h"
#include "hospital.h"
#include "request.h"

bool onward_possible(const struct trial *t, const struct casualty *c, enum need need)
{
    for (int i = 0; i < t->hospitals; i++) {
        const struct hospital *h = &t->hospital[i];
        if (i != c->facility && (need == NEED_SURGERY ? h->surgical : h->facility->definitive))
            return true;
    }
    return false;
}

static void transfer_released(struct trial *t, int number, enum need need)
{
    struct casualty *c = t->casualty[number];
    struct request *r = &t->hospital[c->facility].transfer[need];
    casualty_step(t, c, REFERRED);
    line_join(&r->waiting, c);
    request_opened(t, r);
}

static void transfer_for_surgery_released(struct trial *t, int number)
{
    transfer_released(t, number, NEED_SURGERY);
}

static void transfer_for_definitive_care_released(struct trial *t, int number)
{
    transfer_released(t, number, NEED_DEFINITIVE);
}

void onward_needed(struct trial *t, struct casualty *c, enum need need)
{
    int site = t->hospital[c->facility].facility->site;
    casualty_step(t, c, HELD_FOR_TRANSFER);
    hospital_lends_bed(t, c);
    soon(t, decision_ms(t, t->scenario->decision.transfer, site, name_child(c->name, (uint64_t)need)),
         need == NEED_SURGERY ? transfer_for_surgery_released : transfer_for_definitive_care_released,
         c->number, &c->next);
}

static void fit_to_travel(struct trial *t, int number)
{
    onward_needed(t, t->casualty[number], NEED_DEFINITIVE);
}

void onward_planned(struct trial *t, struct casualty *c)
{
    if (!onward_possible(t, c, NEED_DEFINITIVE))
        return;
    int64_t fit_ms =
        drawn_ms(t, &t->hospital[c->facility].facility->onward_after, DRAW_DEFINITIVE_CARE, c->name, 1);
    soon(t, fit_ms, fit_to_travel, c->number, &c->next);
}
