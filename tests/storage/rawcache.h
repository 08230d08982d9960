// What the tests of the cache file itself share: the file without this program's reader and writer, and child
// processes.
#pragma once

#include "cachefixture.h"
#include "tests/support/ordinaryrights.h"

#include <SQLiteCpp/Database.h>
#include <functional>
#include <sys/wait.h>
#include <unistd.h>

namespace tokenledger::test {

inline std::unique_ptr<SQLite::Database> rawDatabase(const QString& path) {
    return std::make_unique<SQLite::Database>(path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
}

inline void storeOneDay(CacheWriter& writer, UtcDay when, std::int64_t nano) {
    CostPageBuilder page;
    page.bucket(when, {{QStringLiteral("w"), QStringLiteral("d"), {}, QStringLiteral("m"), nano}});
    valueOf(writer.storeCost(page.page(), {when, when}, true, answered(at("2026-11-20T00:00:00Z"))));
}

/// Runs `work` in a process of its own that file permissions stop, and gives its exit code. No Qt threads run in the
/// tests that include this, so that a plain fork is safe.
inline int inChild(bool dropRights, const std::function<int()>& work) {
    const pid_t child = fork();
    if (child == 0) {
        if (dropRights && !takeOrdinaryRights()) _exit(99);
        _exit(work());
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace tokenledger::test
