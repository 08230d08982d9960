// Syncs a connected organization by itself when the last sync is old enough. GUI thread.
#pragma once

#include "ui/sessioncontroller.h"

namespace tokenledger {

class AutoSync : public QObject {
    Q_OBJECT
public:
    /// Both outlive it.
    AutoSync(Services& services, SessionController& controller, QObject* parent = nullptr);

    /// When a sync begins by itself; nothing while one runs, and where none will: before the first sync, for a key that
    /// was refused, and when it is turned off.
    [[nodiscard]] std::optional<QDateTime> next() const;
    /// Begins it when it is time: once a minute, and when something has changed.
    void look();

private:
    void tick();
    [[nodiscard]] QDateTime lastSync() const;

    Services& m_services;
    SessionController& m_controller;
    QDateTime m_lastEnd;  // of a sync in this session, whatever came of it
};

}  // namespace tokenledger
