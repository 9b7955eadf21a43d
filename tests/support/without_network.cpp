// without_network PROGRAM [ARGUMENTS...]: runs a program that dies with SIGSYS as soon as it opens
// a socket that leads out of this computer. Exits with 77 where the system cannot watch for that.
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstddef>
#include <cstdio>
#include <iterator>

namespace {

constexpr int kSkipped = 77;

bool watch() {
  constexpr auto kCall = offsetof(seccomp_data, nr);
  constexpr auto kDomain = offsetof(seccomp_data, args);
  // Programs of one computer talk to each other, the window system for one, over AF_UNIX.
  static sock_filter filter[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, kCall),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_socket, 0, 3),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, kDomain),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_UNIX, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  const sock_fprog program{static_cast<unsigned short>(std::size(filter)), filter};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("without_network: name a program\n", stderr);
    return 2;
  }
  if (!watch()) return kSkipped;
  execv(argv[1], argv + 1);
  std::perror(argv[1]);
  return 127;
}
