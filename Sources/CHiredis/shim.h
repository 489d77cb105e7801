// hiredis' reply reader and command formatter; its sockets and event loops are not used.
#ifndef BAWABA_CHIREDIS_H
#define BAWABA_CHIREDIS_H
#include <hiredis/hiredis.h>
#include <hiredis/read.h>
#endif
