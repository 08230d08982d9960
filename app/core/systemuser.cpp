#include "app/core/systemuser.h"

#include <QtGlobal>

namespace tokenledger {

QString systemUserName() {
    for (const char* variable : {"LOGNAME", "USER", "USERNAME"}) {
        const QString name = qEnvironmentVariable(variable).trimmed();
        if (!name.isEmpty()) return name;
    }
    return QStringLiteral("unknown");
}

}  // namespace tokenledger
