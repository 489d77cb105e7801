// Linux system calls and constants that Glibc's module map leaves out.
#ifndef BAWABA_CLINUX_H
#define BAWABA_CLINUX_H
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <malloc.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// What glibc declares under _GNU_SOURCE only. The macro itself must stay undefined here: with it,
// shared structures differ from those of Swift's own Glibc module, and the compiler refuses both.
extern char **environ;
int accept4(int descriptor, struct sockaddr *address, socklen_t *length, int flags);
int memfd_create(const char *name, unsigned flags);
int pipe2(int descriptors[2], int flags);
int pthread_setname_np(pthread_t thread, const char *name);
int setresgid(gid_t real, gid_t effective, gid_t saved);
int setresuid(uid_t real, uid_t effective, uid_t saved);
int sched_getaffinity(pid_t process, size_t size, void *mask);
int sched_setaffinity(pid_t process, size_t size, const void *mask);
const char *strerrorname_np(int number);
const char *strerrordesc_np(int number);

// SIG_IGN is a cast, which Swift cannot import.
static inline void bawaba_ignore_signal(int number) { signal(number, SIG_IGN); }
static inline void bawaba_default_signal(int number) { signal(number, SIG_DFL); }

// `struct ucred` of unix(7), under a name of our own.
struct bawaba_credentials {
    pid_t process;
    uid_t user;
    gid_t group;
};

// Variadic functions, which Swift cannot import.
static inline int bawaba_open(const char *path, int flags, mode_t mode) {
    return open(path, flags, mode);
}
static inline int bawaba_duplicate(int descriptor) {
    return fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
}
static inline int bawaba_open_for_reading(const char *_Nonnull path) {
    return open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
}
static inline int bawaba_close_on_exec(int descriptor) {
    return fcntl(descriptor, F_SETFD, FD_CLOEXEC);
}
// F_ADD_SEALS and F_GET_SEALS of fcntl(2): no growing, shrinking, writing, nor changing of this.
enum { bawaba_all_seals = 0xf };
static inline int bawaba_add_seals(int descriptor) {
    return fcntl(descriptor, 1033, bawaba_all_seals);
}
static inline int bawaba_get_seals(int descriptor) { return fcntl(descriptor, 1034); }
static inline char **bawaba_environment(void) { return environ; }
// SIOCOUTQ of tcp(7), which is TIOCOUTQ. -1 where the kernel does not say.
static inline int bawaba_unacknowledged(int descriptor) {
    int count = 0;
    return ioctl(descriptor, TIOCOUTQ, &count) == 0 ? count : -1;
}
#endif
