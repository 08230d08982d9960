// The request log as a Qt model: it holds no cells, but makes the few that are on screen from the log in memory.
// Sorting is asked for and comes back as another picture.
#pragma once

#include "app/reports/synclog.h"

#include <QAbstractTableModel>

namespace tokenledger {

class SyncLogModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit SyncLogModel(QObject* parent = nullptr);

    void setLog(std::shared_ptr<const SyncLog> log);
    [[nodiscard]] const std::shared_ptr<const SyncLog>& log() const { return m_log; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    /// As the report "sync-log" names its columns, tab-separated; every value exact.
    [[nodiscard]] static QString plainHeader();
    [[nodiscard]] QString plainRow(int row) const;

signals:
    void orderWanted(tokenledger::LogColumn by, bool descending);

private:
    std::shared_ptr<const SyncLog> m_log;
};

}  // namespace tokenledger
