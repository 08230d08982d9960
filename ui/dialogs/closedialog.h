// Whether a month is to be closed: what is frozen, and what speaks against it. A window beside the main one, which
// waits for nothing. GUI thread.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace tokenledger {

struct CloseQuestion {
    QString month;                              // "October 2026"
    QList<std::pair<QString, QString>> frozen;  // name and figure
    QStringList problems;                       // closed only in spite of them, and for a reason
    QStringList remarks;                        // better looked at before
    friend bool operator==(const CloseQuestion&, const CloseQuestion&) = default;
};

/// `close` gets the reason why in spite of the problems; empty where there are none. One at a time: an open one is
/// brought to the front, or replaced when it asks something else.
void showCloseDialog(QWidget* parent, const CloseQuestion& question, std::function<void(const QString&)> close);

}  // namespace tokenledger
