/* rows.c -- one trial, one casualty, one journey a row. */
#include "base/unit.h"
#include "data.h"
#include "evac/trial.h"
#include "report/report.h"

// clang-format off
const struct column trial_columns[] = {
    { "trial", 0 }, { "incidents", 0 }, { "sorties", 0 }, { "events", 0 }, { "casualties", 0 },
    { "killed_outright", 0 }, { "died_before_facility", 0 }, { "died_of_wounds", 0 }, { "survived", 0 },
    { "still_in_care", 0 }, { "outside_provider", 0 }, { "unavoidable_deaths", 0 }, { "delay_attributable_deaths", 0 },
    { "needed_first_aid", 0 }, { "in_time_first_aid", 0 }, { "needed_resuscitation", 0 },
    { "in_time_resuscitation", 0 }, { "needed_surgical_facility", 0 }, { "in_time_surgical_facility", 0 },
    { "needed_surgery", 0 }, { "in_time_surgery", 0 }, { 0 }
};

const struct column casualty_columns[] = {
    { "trial", 0 }, { "casualty", 0 }, { "incident", 0 }, { "attack", WORDING }, { "origin", WORDING }, { "patrol", WORDING },
    { "nearest_site", WORDING }, { "sector", WORDING }, { "mechanism", WORDING }, { "light", WORDING },
    { "class", WORDING }, { "category", WORDING }, { "category_seen", WORDING }, { "needs_operation", WORDING },
    { "walks", WORDING }, { "affiliation", WORDING }, { "counted", WORDING }, { "outcome", WORDING }, { "death", WORDING }, { "means", WORDING },
    { "legs", 0 }, { "last_sortie", 0 }, { "last_facility", WORDING }, { "last_facility_level", WORDING }, { "blood_units", 0 },
    { "wounded_ms", 0 }, { "first_aid_ms", 0 }, { "alerted_ms", 0 }, { "decided_ms", 0 }, { "assigned_ms", 0 }, { "launched_ms", 0 },
    { "on_scene_ms", 0 }, { "loaded_ms", 0 }, { "facility_ms", 0 }, { "resuscitation_ms", 0 },
    { "surgical_facility_ms", 0 }, { "surgery_ms", 0 }, { "surgery_done_ms", 0 }, { "bed_ms", 0 }, { "onward_ms", 0 },
    { "definitive_ms", 0 }, { "discharged_ms", 0 }, { "died_ms", 0 },
    { "alert_message_ms", 0 }, { "alert_no_signal_ms", 0 }, { "alert_message_lost_ms", 0 },
    { "decision_cell_closed_ms", 0 }, { "decision_cell_busy_ms", 0 }, { "decision_decision_ms", 0 }, { "decision_recall_ms", 0 },
    { "decision_host_nation_ms", 0 }, { "decision_case_by_case_ms", 0 }, { "decision_not_eligible_ms", 0 }, { "asset_asset_busy_ms", 0 }, { "asset_dark_ms", 0 },
    { "asset_host_night_ban_ms", 0 }, { "asset_out_of_hours_ms", 0 }, { "asset_weather_ms", 0 }, { "asset_not_fit_ms", 0 }, { "asset_crew_rests_ms", 0 },
    { "asset_other_tasks_ms", 0 }, { "asset_no_team_ms", 0 }, { "asset_no_escort_ms", 0 },
    { "asset_kept_back_ms", 0 }, { "asset_host_ban_ms", 0 }, { "asset_no_asset_ms", 0 }, { "launch_notice_ms", 0 }, { "outbound_travel_ms", 0 }, { "outbound_refuelling_ms", 0 },
    { "scene_scene_unsafe_ms", 0 }, { "scene_search_ms", 0 }, { "scene_rendezvous_ms", 0 }, { "scene_loading_ms", 0 }, { "to_care_detour_ms", 0 }, { "to_care_travel_ms", 0 }, { "handover_unloading_ms", 0 },
    { "resuscitation_bay_full_ms", 0 }, { "resuscitation_no_blood_ms", 0 }, { "resuscitation_treatment_ms", 0 },
    { "transfer_cell_closed_ms", 0 }, { "transfer_cell_busy_ms", 0 }, { "transfer_decision_ms", 0 },
    { "transfer_host_nation_ms", 0 }, { "transfer_case_by_case_ms", 0 }, { "transfer_not_eligible_ms", 0 }, { "transfer_no_bed_ms", 0 }, { "transfer_recall_ms", 0 }, { "transfer_asset_busy_ms", 0 }, { "transfer_dark_ms", 0 }, { "transfer_host_night_ban_ms", 0 }, { "transfer_out_of_hours_ms", 0 },
    { "transfer_weather_ms", 0 }, { "transfer_not_fit_ms", 0 }, { "transfer_crew_rests_ms", 0 },
    { "transfer_other_tasks_ms", 0 }, { "transfer_no_team_ms", 0 }, { "transfer_no_escort_ms", 0 },
    { "transfer_kept_back_ms", 0 }, { "transfer_host_ban_ms", 0 }, { "transfer_no_asset_ms", 0 }, { "transfer_notice_ms", 0 }, { "transfer_outbound_ms", 0 }, { "transfer_refuelling_ms", 0 },
    { "transfer_loading_ms", 0 }, { "transfer_detour_ms", 0 }, { "transfer_travel_ms", 0 }, { "transfer_unloading_ms", 0 },
    { "surgery_table_full_ms", 0 }, { "surgery_no_team_ms", 0 }, { "surgery_operation_ms", 0 }, { "recovery_bed_full_ms", 0 },
    { "recovery_icu_full_ms", 0 }, { "recovery_in_bed_ms", 0 }, { 0 }
};

const struct column sortie_columns[] = {
    { "trial", 0 }, { "sortie", 0 }, { "asset", WORDING }, { "unit", 0 }, { "kind", WORDING }, { "incident", 0 },
    { "from_facility", WORDING }, { "to_facility", WORDING }, { "casualties", 0 }, { "assigned_ms", 0 },
    { "launched_ms", 0 }, { "on_scene_ms", 0 }, { "loaded_ms", 0 }, { "arrived_ms", 0 }, { "unloaded_ms", 0 },
    { "home_ms", 0 }, { "layout", WORDING }, { "pick_ups", 0 }, { "fuel_out", WORDING }, { "fuel_home", WORDING }, { 0 }
};
// clang-format on

static const char *const triage_ids[TRIAGES] = {"T1", "T2", "T3", "T4"};

static const char *yes_no(bool b)
{
    return b ? "yes" : "no";
}

static const struct scenario *scenario_of(const struct trial *t)
{
    return trial_frame(t)->scenario;
}

/* -1: it did not happen; an empty cell. */
static void table_moment(struct table *row, int64_t at_ms, int64_t since_ms)
{
    if (at_ms < 0)
        table_nothing(row);
    else
        table_count(row, at_ms - since_ms);
}

static const char *facility_id(const struct scenario *s, int facility)
{
    return facility >= 0 ? s->facilities.at[facility].id : NULL;
}

/* --- trials --------------------------------------------------------------- */

struct count {
    int64_t casualties, outcome[OUTCOME_COUNTS], needed[MILESTONES], in_time[MILESTONES];
};

static bool died(const struct casualty *c)
{
    return c->outcome <= DIED_OF_WOUNDS;
}

static void add(struct count *n, const struct casualty *c)
{
    n->casualties++;
    n->outcome[c->outcome]++;
    if (died(c))
        n->outcome[c->unavoidable ? UNAVOIDABLE : DELAY_ATTRIBUTABLE]++;
    for (int m = 0; m < MILESTONES; m++) {
        int64_t at_ms = c->at[moment_of[m]];
        n->needed[m] += c->needs >> m & 1;
        n->in_time[m] +=
            (c->needs >> m & 1) && at_ms >= 0 && at_ms - c->at[M_WOUNDED] <= milestones[m].target_ms;
    }
}

void rows_trial(FILE *to, const struct trial *t, int64_t trial)
{
    struct table row = table_more(to, trial_columns);
    struct count n = {0};
    for (int i = 0; i < trial_casualties(t); i++)
        if (trial_casualty(t, i)->counted)
            add(&n, trial_casualty(t, i));
    table_count(&row, trial);
    table_count(&row, trial_incidents(t));
    table_count(&row, trial_sorties(t));
    table_count(&row, trial_events(t));
    table_count(&row, n.casualties);
    for (int outcome = 0; outcome < OUTCOME_COUNTS; outcome++)
        table_count(&row, n.outcome[outcome]);
    for (int m = 0; m < MILESTONES; m++)
        if (milestones[m].target) {
            table_count(&row, n.needed[m]);
            table_count(&row, n.in_time[m]);
        }
}

/* --- casualties ----------------------------------------------------------- */

static void place_cells(struct table *row, const struct trial *t, const struct casualty *c)
{
    const struct scenario *s = scenario_of(t);
    const struct incident *i = trial_incident(t, c->incident);
    table_count(row, c->incident);
    table_text(row, s->attacks.at[i->kind].id);
    table_text(row, origin_ids[i->origin]);
    table_text(row, i->patrol >= 0 ? s->patrols.at[i->patrol].id : NULL);
    table_text(row, s->sites.at[i->place.site].id);
    table_text(row, trial_frame(t)->sector[i->sector]);
    table_text(row, s->mechanisms.at[i->mechanism].id);
    table_text(row, i->dark ? "night" : "day");
}

static void wound_cells(struct table *row, const struct scenario *s, const struct casualty *c)
{
    const struct class *class = &s->classes.at[c->wound.class];
    table_text(row, class->id);
    table_text(row, class->killed ? NULL : triage_ids[class->triage]);
    table_text(row, class->killed ? NULL : triage_ids[c->wound.seen]);
    table_text(row, yes_no(c->wound.operation));
    table_text(row, yes_no(c->wound.walks));
    table_text(row, affiliation_words[c->affiliation]);
    table_text(row, yes_no(c->counted));
    table_text(row, outcome_ids[c->outcome]);
    table_text(row, !died(c) ? NULL : c->unavoidable ? "unavoidable" : "delay_attributable");
}

static const char *means_id(const struct scenario *s, int means)
{
    if (means >= s->assets.n)
        return s->own_vehicles.at[means - s->assets.n].id;
    return means >= 0 ? s->assets.at[means].id : means == BY_STRETCHER ? "stretcher" : "never moved";
}

static void way_cells(struct table *row, const struct scenario *s, const struct casualty *c)
{
    table_text(row, means_id(s, c->means));
    table_count(row, c->legs);
    table_moment(row, c->sortie, 0);
    table_text(row, facility_id(s, c->facility));
    table_text(row, c->facility >= 0 ? s->facilities.at[c->facility].level : NULL);
    table_count(row, c->units);
    table_count(row, c->at[M_WOUNDED]);
    for (int m = M_WOUNDED + 1; m < MOMENTS; m++)
        table_moment(row, c->at[m], c->at[M_WOUNDED]);
}

void rows_casualties(FILE *to, const struct trial *t, int64_t trial)
{
    struct table row = table_more(to, casualty_columns);
    int64_t ms[WAITS];
    for (int i = 0; i < trial_casualties(t); i++) {
        const struct casualty *c = trial_casualty(t, i);
        table_count(&row, trial);
        table_count(&row, i);
        place_cells(&row, t, c);
        wound_cells(&row, scenario_of(t), c);
        way_cells(&row, scenario_of(t), c);
        trial_waits(t, i, ms);
        for (int w = 0; w < WAITS; w++)
            table_count(&row, ms[w]);
    }
}

/* --- sorties -------------------------------------------------------------- */

void rows_sorties(FILE *to, const struct trial *t, int64_t trial)
{
    const struct scenario *s = scenario_of(t);
    struct table row = table_more(to, sortie_columns);
    for (int i = 0; i < trial_sorties(t); i++) {
        const struct sortie *x = trial_sortie(t, i);
        const int64_t at_ms[] = {x->assigned, x->launched, x->on_scene, x->loaded,
                                 x->arrived,  x->unloaded, x->home};
        table_count(&row, trial);
        table_count(&row, i);
        table_text(&row, means_id(s, x->asset));
        table_count(&row, x->unit);
        table_text(&row, x->transfer ? "transfer" : x->landing ? "landing" : "scene");
        table_moment(&row, x->incident, 0);
        table_text(&row, facility_id(s, x->from_facility));
        table_text(&row, x->landing ? s->sites.at[x->to_facility].id : facility_id(s, x->to_facility));
        table_count(&row, x->casualties);
        for (size_t m = 0; m < sizeof at_ms / sizeof at_ms[0]; m++)
            table_moment(&row, at_ms[m], 0);
        table_text(&row, x->layout < 0 ? "" : s->layouts.at[x->layout].id);
        table_count(&row, x->pick_ups);
        table_text(&row, x->fuel_out < 0 ? "" : s->fuel_points.at[x->fuel_out].id);
        table_text(&row, x->fuel_home < 0 ? "" : s->fuel_points.at[x->fuel_home].id);
    }
}
