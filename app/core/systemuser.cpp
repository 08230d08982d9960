#include "app/core/systemuser.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#include <vector>
#endif

namespace tokenledger {

namespace {

/// As the system's list of users says; services and cron jobs often run without the variables.
QString listedName() {
#ifdef Q_OS_UNIX
    constexpr std::size_t Room = 16 * 1024;
    std::vector<char> buffer(Room);
    passwd entry = {};
    passwd* found = nullptr;
    if (::getpwuid_r(::geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr) {
        return QString::fromLocal8Bit(found->pw_name).trimmed();
    }
#endif
    return {};
}

}  // namespace

QString systemUserName() {
    for (const char* variable : {"LOGNAME", "USER", "USERNAME"}) {
        const QString name = qEnvironmentVariable(variable).trimmed();
        if (!name.isEmpty()) return name;
    }
    const QString listed = listedName();
    return listed.isEmpty() ? QStringLiteral("unknown") : listed;
}

}  // namespace tokenledger
