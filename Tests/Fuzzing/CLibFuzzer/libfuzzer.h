#pragma once

#include <stddef.h>
#include <stdint.h>

/// libFuzzer's own entry (compiler-rt, "Using libFuzzer as a library"), which no header of it declares.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*user)(const uint8_t *data, size_t size));
