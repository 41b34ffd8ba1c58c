#pragma once

/// The version of poppler that was compiled against, such as "22.12.0".
const char *cpoppler_version(void);
