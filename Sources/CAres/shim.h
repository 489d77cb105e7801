// c-ares: asynchronous DNS that works in a static binary.
#ifndef BAWABA_CARES_H
#define BAWABA_CARES_H
#include "../CLinux/shim.h"
#include <ares.h>
#endif
