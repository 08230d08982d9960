// For child processes of tests: gives up what lets root pass file permissions, so that they stop it as they stop
// everybody. The user stays root: another user might not even reach the program.
#pragma once

#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace tokenledger::test {

/// For this process and what it executes. May be called between fork and exec; false: the rights are still there.
inline bool takeOrdinaryRights() {
    if (::geteuid() != 0) return true;
    __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct rights[_LINUX_CAPABILITY_U32S_3] = {};
    if (::syscall(SYS_capget, &header, rights) != 0) return false;
    for (const unsigned right : {CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH}) {
        if (::prctl(PR_CAPBSET_DROP, right, 0, 0, 0) != 0) return false;
        rights[0].effective &= ~(1U << right);
        rights[0].permitted &= ~(1U << right);
        rights[0].inheritable &= ~(1U << right);
    }
    return ::syscall(SYS_capset, &header, rights) == 0;
}

}  // namespace tokenledger::test
