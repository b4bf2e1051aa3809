#include "evac/casualty.h"

#include "base/unit.h"

// clang-format off
const struct milestone_word milestones[MILESTONES] = {
    [ALERTED]           = { "alert",             "message heard",                "all not killed outright",      NULL,          0 },
    [FIRST_AID]         = { "first_aid",         "first aid begun",              "all not killed outright",      "10",          MINUTES(10) },
    [FACILITY]          = { "facility",          "at a medical facility",        "all not killed outright",      NULL,          0 },
    [RESUSCITATION]     = { "resuscitation",     "resuscitation begun",          "T1 and T2",                    "1",           HOURS(1) },
    [SURGICAL_FACILITY] = { "surgical_facility", "at a surgical facility",       "T1 who need an operation",     "2 (arrival)", HOURS(2) },
    [SURGERY]           = { "surgery",           "surgery begun",                "T1 who need an operation",     "2 (surgery)", HOURS(2) },
    [LATER_SURGERY]     = { "later_surgery",     "surgery begun, less urgent",   "T2 and T3 who need an operation", NULL,       0 },
};

const char *const phase_ids[PHASES] = {
    "alert", "decision", "asset", "launch", "outbound", "scene", "to_care", "handover", "resuscitation", "transfer",
    "surgery", "recovery",
};
const char *const phase_says[PHASES] = {
    "Alert", "Decide", "Find asset", "Launch", "Way out", "On scene", "To care", "Handover", "Resuscitate", "Transfer",
    "Wait for surgery", "Recover",
};

const struct wait_word waits[WAITS] = {
    [WAIT_MESSAGE]            = { PHASE_ALERT,         "message",       "The message has not been heard yet." },
    [WAIT_OUTAGE]             = { PHASE_ALERT,         "no signal",     "Nothing gets through from there at this hour." },
    [WAIT_LOST]               = { PHASE_ALERT,         "message lost",  "The message was lost, and nobody has noticed yet." },
    [WAIT_CELL_CLOSED]        = { PHASE_DECISION,      "cell closed",   "The cell that must agree is not at work." },
    [WAIT_CELL_BUSY]          = { PHASE_DECISION,      "cell busy",     "All desks of the cell that must agree are busy." },
    [WAIT_DECISION]           = { PHASE_DECISION,      "decision",      "Whoever may launch has not decided yet." },
    [WAIT_RETASKING]          = { PHASE_DECISION,      "recall",        "An aircraft on another task is to be called back: whoever may approve that has not." },
    [WAIT_CLEARANCE]          = { PHASE_DECISION,      "host nation",   "The mission has decided; the host nation has not cleared it, or has refused so far." },
    [WAIT_CASE]               = { PHASE_DECISION,      "case by case",  "Whether the mission takes them is decided case by case, and has not been yet." },
    [WAIT_INELIGIBLE]         = { PHASE_DECISION,      "not eligible",  "The mission does not carry or admit them; an outside provider has not come yet." },
    [WAIT_ASSET_BUSY]         = { PHASE_ASSET,         "asset busy",    "All assets that could come are on other journeys." },
    [WAIT_DARK]               = { PHASE_ASSET,         "dark",          "The assets that are free may not move in the dark." },
    [WAIT_NIGHT_BAN]          = { PHASE_ASSET,         "host night ban", "The assets that are free may not move before daylight: the host nation forbids it." },
    [WAIT_HOURS]              = { PHASE_ASSET,         "out of hours",  "The assets that are free are outside their hours." },
    [WAIT_WEATHER]            = { PHASE_ASSET,         "weather",       "The aircraft that are free may not fly: dust, storm or low cloud." },
    [WAIT_UNFIT]              = { PHASE_ASSET,         "not fit",       "None that could come is out: some are not fit to go." },
    [WAIT_CREW_RESTS]         = { PHASE_ASSET,         "crew rests",    "None that could come is out or unfit: their crews rest." },
    [WAIT_ELSEWHERE]          = { PHASE_ASSET,         "other tasks",   "None that could come is out for the wounded: some are away on other tasks, or called back and on their way home." },
    [WAIT_NO_MEDICS]          = { PHASE_ASSET,         "no team",       "An asset is free, but no aeromedical team to go with it." },
    [WAIT_NO_ESCORT]          = { PHASE_ASSET,         "no escort",     "An asset is free, but no escort to go with it." },
    [WAIT_KEPT_BACK]          = { PHASE_ASSET,         "kept back",     "The assets that are free are kept for graver cases." },
    [WAIT_BANNED]             = { PHASE_ASSET,         "host ban",      "What could come may not: the host nation forbids it, or has refused for good." },
    [WAIT_NO_ASSET]           = { PHASE_ASSET,         "no asset",      "Nothing in the mission could ever come here and reach care." },
    [WAIT_NOTICE]             = { PHASE_LAUNCH,        "notice",        "Tasked and making ready: notice to move." },
    [WAIT_OUTBOUND]           = { PHASE_OUTBOUND,      "travel",        "The asset is on its way to the scene." },
    [WAIT_REFUELLING]         = { PHASE_OUTBOUND,      "refuelling",    "The aircraft fills up on its way to the scene: it could not get there, on to care and to fuel again on one filling." },
    [WAIT_UNSAFE]             = { PHASE_SCENE,         "scene unsafe",  "Contact has not ended; the scene cannot be entered." },
    [WAIT_SEARCH]             = { PHASE_SCENE,         "search",        "The message named the wrong place: they are being looked for." },
    [WAIT_RENDEZVOUS]         = { PHASE_SCENE,         "rendezvous",    "An aircraft is at the landing site; the patrol's vehicles are on their way to it." },
    [WAIT_LOADING]            = { PHASE_SCENE,         "loading",       "Being loaded." },
    [WAIT_DETOUR]            = { PHASE_TO_CARE,       "detour",        "Aboard, while others are fetched from another scene." },
    [WAIT_TO_CARE]            = { PHASE_TO_CARE,       "travel",        "Aboard, or carried by stretcher, on the way to care." },
    [WAIT_UNLOADING]          = { PHASE_HANDOVER,      "unloading",     "At the facility's door, being handed over." },
    [WAIT_BAY_FULL]           = { PHASE_RESUSCITATION, "bay full",      "No resuscitation bay is free." },
    [WAIT_NO_BLOOD]           = { PHASE_RESUSCITATION, "no blood",      "Being resuscitated, without the blood it needs." },
    [WAIT_IN_BAY]             = { PHASE_RESUSCITATION, "treatment",     "Being resuscitated." },
    [WAIT_TRANSFER_CELL_CLOSED] = { PHASE_TRANSFER,    "cell closed",   "The cell that must agree to the transfer is not at work." },
    [WAIT_TRANSFER_CELL_BUSY] = { PHASE_TRANSFER,      "cell busy",     "All desks of the cell that must agree to the transfer are busy." },
    [WAIT_TRANSFER_DECISION]  = { PHASE_TRANSFER,      "decision",      "The transfer to another facility is being decided." },
    [WAIT_TRANSFER_CLEARANCE] = { PHASE_TRANSFER,      "host nation",   "The host nation has not cleared the transfer, or has refused so far." },
    [WAIT_TRANSFER_CASE]      = { PHASE_TRANSFER,      "case by case",  "Whether they are moved on is decided case by case, and has not been yet." },
    [WAIT_TRANSFER_INELIGIBLE] = { PHASE_TRANSFER,   "not eligible",  "The mission neither operates on them nor moves them on; an outside provider has not come yet." },
    [WAIT_TRANSFER_NO_BED]    = { PHASE_TRANSFER,      "no bed",        "Every facility that could take the transfer is full or closed." },
    [WAIT_TRANSFER_RETASKING] = { PHASE_TRANSFER,      "recall",        "An aircraft on another task is to be called back for the transfer: whoever may approve that has not." },
    [WAIT_TRANSFER_BUSY]      = { PHASE_TRANSFER,      "asset busy",    "All assets that could transfer are on other journeys." },
    [WAIT_TRANSFER_DARK]      = { PHASE_TRANSFER,      "dark",          "The assets free for a transfer may not move in the dark." },
    [WAIT_TRANSFER_NIGHT_BAN] = { PHASE_TRANSFER,      "host night ban", "The assets free for a transfer may not move before daylight: the host nation forbids it." },
    [WAIT_TRANSFER_HOURS]     = { PHASE_TRANSFER,      "out of hours",  "The assets free for a transfer are outside their hours." },
    [WAIT_TRANSFER_WEATHER]   = { PHASE_TRANSFER,      "weather",       "The aircraft free for a transfer may not fly: dust, storm or low cloud." },
    [WAIT_TRANSFER_UNFIT]     = { PHASE_TRANSFER,      "not fit",       "None that could transfer is out: some are not fit to go." },
    [WAIT_TRANSFER_CREW_RESTS] = { PHASE_TRANSFER,     "crew rests",    "None that could transfer is out or unfit: their crews rest." },
    [WAIT_TRANSFER_ELSEWHERE] = { PHASE_TRANSFER,      "other tasks",   "None that could transfer is out for the wounded: some are away on other tasks, or called back and on their way home." },
    [WAIT_TRANSFER_NO_MEDICS] = { PHASE_TRANSFER,      "no team",       "An asset is free for the transfer, but no aeromedical team." },
    [WAIT_TRANSFER_NO_ESCORT] = { PHASE_TRANSFER,      "no escort",     "An asset is free for the transfer, but no escort." },
    [WAIT_TRANSFER_KEPT_BACK] = { PHASE_TRANSFER,      "kept back",     "The assets free for a transfer are kept for graver cases." },
    [WAIT_TRANSFER_BANNED]    = { PHASE_TRANSFER,      "host ban",      "What could transfer may not: the host nation forbids it, or has refused for good." },
    [WAIT_TRANSFER_NO_ASSET]  = { PHASE_TRANSFER,      "no asset",      "Nothing in the mission could ever make this transfer." },
    [WAIT_TRANSFER_NOTICE]    = { PHASE_TRANSFER,      "notice",        "The transferring asset is making ready." },
    [WAIT_TRANSFER_OUTBOUND]  = { PHASE_TRANSFER,      "outbound",      "The transferring asset is on its way." },
    [WAIT_TRANSFER_REFUELLING] = { PHASE_TRANSFER,     "refuelling",    "The transferring aircraft fills up on its way." },
    [WAIT_TRANSFER_LOADING]   = { PHASE_TRANSFER,      "loading",       "Being loaded for transfer." },
    [WAIT_TRANSFER_DETOUR]   = { PHASE_TRANSFER,      "detour",        "Aboard, while others are fetched from another facility." },
    [WAIT_TRANSFER_MOVING]    = { PHASE_TRANSFER,      "travel",        "On the way between facilities." },
    [WAIT_TRANSFER_UNLOADING] = { PHASE_TRANSFER,      "unloading",     "Being handed over after a transfer." },
    [WAIT_TABLE_FULL]         = { PHASE_SURGERY,       "table full",    "No operating table is free." },
    [WAIT_NO_TEAM]            = { PHASE_SURGERY,       "no team",       "A table is free, but every surgical team operates, rests, is out of its hours or away." },
    [WAIT_ON_TABLE]           = { PHASE_SURGERY,       "operation",     "Being operated on." },
    [WAIT_BED_FULL]           = { PHASE_RECOVERY,      "bed full",      "No bed is free." },
    [WAIT_ICU_FULL]           = { PHASE_RECOVERY,      "icu full",      "On the ward: no intensive care bed is free." },
    [WAIT_IN_BED]             = { PHASE_RECOVERY,      "in bed",        "In a bed." },
};

const char *const outcome_ids[OUTCOME_COUNTS] = {
    "killed_outright", "died_before_facility", "died_of_wounds", "survived", "still_in_care", "outside_provider",
    "unavoidable_deaths", "delay_attributable_deaths",
};
const char *const outcome_says[OUTCOME_COUNTS] = {
    "killed outright", "died before reaching a facility", "died of wounds", "survived", "still in care",
    "handed to an outside provider", "deaths that immediate care would not have averted",
    "deaths that immediate care would have averted",
};

const char *const per_trial_ids[] = {
    "incidents", "casualties", "deaths", "delay_attributable_deaths", "sorties", "operations", "cost",
};

const enum moment moment_of[MILESTONES] = {
    [ALERTED] = M_ALERTED,             [FIRST_AID] = M_FIRST_AID,
    [FACILITY] = M_FACILITY,           [RESUSCITATION] = M_RESUSCITATION,
    [SURGICAL_FACILITY] = M_SURGICAL_FACILITY, [SURGERY] = M_SURGERY,             [LATER_SURGERY] = M_SURGERY,
};


const char *const origin_ids[] = { "first", "second", "follow_on", "joined", "on_evacuation" };

const char *const moment_ids[MOMENTS] = {
    "wounded", "first_aid", "alerted", "decided", "assigned", "launched", "on_scene", "loaded", "facility",
    "resuscitation", "surgical_facility", "surgery", "surgery_done", "bed", "onward", "definitive", "discharged", "died",
};
// clang-format on
