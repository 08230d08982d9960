// The three charts of the last 30 days as PNG files, without a window: for machines that have no display.
#pragma once

#include "app/session.h"

#include <QObject>

namespace tokenledger {

class ChartExport : public QObject {
    Q_OBJECT
public:
    ChartExport(std::unique_ptr<Session> session, QString folder, QObject* parent = nullptr);

    /// Opens the cache, fetches the last 60 days first where it is empty and can be filled, writes
    /// cost-trend.png, model-distribution.png and cache-efficiency.png. finished() follows once.
    void start();

    /// What was fetched first, and what of it failed; nothing when the cache was good as it was.
    [[nodiscard]] const std::optional<SyncSummary>& synced() const { return m_synced; }

signals:
    /// The files, in the order above.
    void finished(const tokenledger::Result<QStringList>& files);

private:
    void syncIfEmpty();
    void draw();
    void fail(const Error& error) { emit finished(failure(error)); }

    std::unique_ptr<Session> m_session;
    QString m_folder;
    std::optional<SyncSummary> m_synced;
};

}  // namespace tokenledger
