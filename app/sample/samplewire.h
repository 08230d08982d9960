// The little pieces of the wire form that all of the sample's answers share. The texts here need no escaping.
#pragma once

#include "app/sample/sampleorganization.h"

namespace tokenledger::sample {

inline QByteArray quoted(const QByteArray& text) { return '"' + text + '"'; }

inline QByteArray time(std::int64_t seconds) {
    return quoted(toRfc3339(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC)).toLatin1());
}

inline QByteArray workspaceValue(int workspace) {
    return workspace < 0 ? QByteArray("null") : quoted(workspaces()[static_cast<std::size_t>(workspace)].id);
}

}  // namespace tokenledger::sample
