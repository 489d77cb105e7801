// PCRE2, 8-bit code units: the engine for OpenAPI's `pattern`.
#ifndef BAWABA_CPCRE2_H
#define BAWABA_CPCRE2_H
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#endif
