/* phase_paint.c -- colours, swatches, boxes. */
#include "phase_paint.h"

// clang-format off
const struct phase_paint phase_paint[PHASES] = {
    [PHASE_ALERT]         = { "#08417A", "#FFFFFF" }, [PHASE_DECISION] = { "#0072B2", "#FFFFFF" },
    [PHASE_ASSET]         = { "#74B9E6", INK       }, [PHASE_LAUNCH]   = { "#C3E0F4", INK       },
    [PHASE_OUTBOUND]      = { "#F5B54A", INK       }, [PHASE_SCENE]    = { "#FBDDA6", INK       },
    [PHASE_TO_CARE]       = { "#D55E00", INK       }, [PHASE_TRANSFER] = { "#8C3B00", "#FFFFFF" },
    [PHASE_HANDOVER]      = { "#D0D0D0", INK       }, [PHASE_RESUSCITATION] = { "#9E9E9E", INK  },
    [PHASE_SURGERY]       = { "#5E5E5E", "#FFFFFF" }, [PHASE_RECOVERY] = { "#E8E8E8", INK       },
};
// clang-format on

void phase_legend(struct canvas *c, const bool shown[PHASES])
{
    int at = 0;
    for (int p = 0; p < PHASES; p++) {
        if (!shown[p])
            continue;
        double x = 0.028 + 0.160 * (at % 6), y = 0.845 - 0.038 * (at / 6);
        canvas_put(
            c,
            "set object %d rect at screen %.3f,%.3f size screen 0.014,0.022 front fc rgb '%s' fs solid 1 "
            "border rgb 'white'",
            ++at, x, y, phase_paint[p].fill);
        canvas_label(c, ON_SCREEN(x + 0.012, y), phase_says[p],
                     "left font 'Liberation Sans,13' textcolor rgb '" INK "'");
    }
}

void phase_colours(struct canvas *c)
{
    canvas_put(c, "array C[%d]", PHASES);
    for (int p = 0; p < PHASES; p++)
        canvas_put(c, "C[%d] = '%s'", p + 1, phase_paint[p].fill);
}
