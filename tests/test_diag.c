#include "test.h"

#include <stdio.h>
#include "base/diag.h"

static const char *printed(const struct diag *d, int most)
{
    static char text[1024];
    memset(text, 0, sizeof text);
    FILE *to = fmemopen(text, sizeof text, "w");
    diag_print(d, to, most);
    fclose(to);
    return text;
}

TEST(complaints_are_printed_in_file_order_with_place_and_hint)
{
    struct diag *d = diag_new();
    diag_error(d, (struct place){"ridge.yaml", 6, 11}, NULL, "load: \"15\" needs a unit: min, s, h or d");
    diag_error(d, (struct place){"plan.yaml", 1, 1}, NULL, "a scenario has no \"%s\"", "asets");
    diag_error(d, (struct place){"ridge.yaml", 5, 5}, "did you mean \"speed\"?", "a vehicle has no \"sped\"");
    CHECK_TEXT(printed(d, 20), "ridge.yaml:5:5: error: a vehicle has no \"sped\"\n"
                               "    hint: did you mean \"speed\"?\n"
                               "ridge.yaml:6:11: error: load: \"15\" needs a unit: min, s, h or d\n"
                               "plan.yaml:1:1: error: a scenario has no \"asets\"\n");
    diag_free(d);
}

TEST(the_same_complaint_is_printed_once_and_too_many_are_counted)
{
    struct diag *d = diag_new();
    for (int i = 0; i < 6; i++)
        diag_error(d, (struct place){"a.yaml", i / 2 + 1, 1}, NULL, "wrong");
    CHECK(diag_failed(d));
    CHECK_TEXT(printed(d, 2), "a.yaml:1:1: error: wrong\na.yaml:2:1: error: wrong\n... and 1 more\n");
    diag_free(d);
}

TEST(a_warning_is_no_failure)
{
    struct diag *d = diag_new();
    diag_warn(d, (struct place){"a.yaml", 2, 3}, NULL, "odd");
    CHECK(!diag_failed(d));
    CHECK_TEXT(printed(d, 20), "a.yaml:2:3: warning: odd\n");
    diag_free(d);
}

TEST(a_terminal_is_never_sent_control_characters)
{
    struct diag *d = diag_new();
    diag_error(d, (struct place){"a\033.yaml", 1, 1}, "\a", "%s", "\033[31mred");
    CHECK(diag_failed(d));
    CHECK_TEXT(printed(d, 20), "a?.yaml:1:1: error: ?[31mred\n    hint: ?\n");
    diag_free(d);
}
