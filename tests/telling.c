#include "telling.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "test.h"
#include "written.h"

enum { LINE = 400 };

static void put(char *text, const char *line)
{
    size_t n = strlen(text);
    snprintf(text + n, TEXT_SIZE - n, "%s", line);
}

static void put_list(char *text, const char *key, char lines[][LINE], int n, bool reversed)
{
    put(text, key);
    for (int i = 0; i < n; i++)
        put(text, lines[reversed ? n - 1 - i : i]);
}

static void turn(double *x, double *y, double degrees)
{
    double angle = degrees * 3.14159265358979 / 180, before = *x;
    *x = before * cos(angle) - *y * sin(angle);
    *y = before * sin(angle) + *y * cos(angle);
}

static void site(char line[LINE], const struct telling *how, const char *id, double x, double y,
                 const char *rest)
{
    double scale = how->scale > 0 ? how->scale : 1;
    x = (how->mirrored ? -x : x) * scale;
    y *= scale;
    for (int i = 0; i < how->turns; i++) {
        double before = x;
        x = -y;
        y = before;
    }
    if (how->degrees != 0)
        turn(&x, &y, how->degrees);
    x += how->east_km;
    if (how->earth)
        snprintf(line, LINE, "  %s: {at: [%.9g, %.9g]%s}\n", id, y / 111, x / 111, rest);
    else
        snprintf(line, LINE, "  %s: {at: [%.9g, %.9g]%s}\n", id, x, y, rest);
}

void telling_write(const struct telling *how, char text[TEXT_SIZE])
{
    char sites[6][LINE], list[6][LINE];
    double speed = how->scale > 0 ? how->scale : 1;
    text[0] = 0;
    put(text, "name: Told\nrun: {horizon: 20 d, cool_down: 2 d, trials: 10}\n");
    put(text, how->earth ? "map: {kind: earth, daylight: \"06:00-18:00\"}\n"
                         : "map: {kind: plane, daylight: \"06:00-18:00\"}\n");
    site(sites[0], how, "base", 0, 0, ", strength: 300");
    site(sites[1], how, "fort", 40, 30, ", strength: 80, threat: 2, sector: hills");
    site(sites[2], how, "ford", 60, -20, ", strength: 60, sector: river");
    site(sites[3], how, "town", -30, 10, ", strength: 500");
    site(sites[4], how, "isle", 2000, 2000, ", strength: 0, airstrip: false");
    put_list(text, "sites:\n", sites, 5, how->reversed);
    snprintf(list[0], LINE, "  east: {from: base, to: fort, length: %g km, threat: 2}\n", 60 * speed);
    snprintf(list[1], LINE, "  south: {from: base, to: ford, length: %g km, surface: track}\n", 80 * speed);
    snprintf(list[2], LINE, "  west: {from: base, to: town, length: %g km, surface: paved}\n", 40 * speed);
    put_list(text, "roads:\n", list, 3, how->reversed);
    snprintf(list[0], LINE,
             "  rounds: {route: [base, fort, base], every: 1 d, depart: \"07:00\", speed: %g km/h, strength: "
             "20}\n",
             25 * speed);
    snprintf(list[1], LINE,
             "  supply: {route: [town, base, ford], every: 2 d, depart: \"15:00\", speed: %g km/h, strength: "
             "40}\n",
             20 * speed);
    put_list(text, "patrols:\n", list, 2, how->reversed);
    snprintf(list[0], LINE, "  ied: {rate: %g /km}\n", 6e-4 / speed);
    snprintf(list[1], LINE, "  ambush: {rate: 0.004 /h}\n");
    snprintf(list[2], LINE, "  indirect_fire: {rate: 14 /yr, sites: [base, fort]}\n");
    put_list(text, "attacks:\n", list, 3, how->reversed);
    snprintf(list[0], LINE,
             "  mi8: {kind: helicopter, home: base, count: 2, night: false, speed: %g km/h, range: %g km}\n",
             220 * speed, 900 * speed);
    snprintf(list[1], LINE,
             "  bell: {kind: helicopter, home: town, count: 1, speed: %g km/h, range: %g km}\n", 200 * speed,
             900 * speed);
    snprintf(list[2], LINE,
             "  jeep: {kind: ambulance, home: fort, speed_paved: %g km/h, speed_dirt: %g km/h, speed_track: "
             "%g km/h}\n",
             60 * speed, 30 * speed, 15 * speed);
    put_list(text, "assets:\n", list, 3, how->reversed);
    snprintf(list[0], LINE, "  post: {site: fort, level: \"1\", bays: 1, beds: 3, blood: false}\n");
    snprintf(list[1], LINE, "  hospital: {site: base, bays: 2, tables: 1, beds: 12, definitive: true}\n");
    put_list(text, "facilities:\n", list, 2, how->reversed);
    snprintf(list[0], LINE, "care: {carry_within: %g km}\n", 2 * speed);
    put(text, list[0]);
}

struct scenario *told(const struct telling *how, const char *more)
{
    static char text[TEXT_SIZE];
    telling_write(how, text);
    struct written w = written(text, more, NULL);
    if (!w.scenario)
        print_error("%s", w.said);
    CHECK(w.scenario != NULL);
    return w.scenario;
}

const struct casualty *same_person(const struct trial *t, const struct casualty *c)
{
    for (int i = 0; i < trial_casualties(t); i++)
        if (trial_casualty(t, i)->name == c->name)
            return trial_casualty(t, i);
    return NULL;
}
