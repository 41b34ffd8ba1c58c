#include <poppler-config.h>

extern "C" {
#include "cpoppler.h"
}

const char *cpoppler_version(void) { return POPPLER_VERSION; }
