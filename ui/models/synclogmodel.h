// The request log as a Qt model: it holds no cells, but makes the few that are on screen from the log in memory.
// Sorting is asked for and comes back as another picture.
#pragma once

#include "app/reports/synclog.h"
#include "ui/models/tablefind.h"

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

    /// What the report "sync-log" calls a column.
    [[nodiscard]] static QString columnKey(LogColumn column);
    /// As that report names its columns, tab-separated; every value exact. The status has two: its number and its
    /// words.
    [[nodiscard]] static QString plainHeader(const std::vector<LogColumn>& columns);
    [[nodiscard]] static QString plainRow(const RequestLogEntry& entry, const std::vector<LogColumn>& columns);
    /// What the cell shows, or leaves out, has this text.
    [[nodiscard]] static bool matches(const RequestLogEntry& entry, LogColumn column, const FindText& text);

signals:
    void orderWanted(tokenledger::LogColumn by, bool descending);

private:
    std::shared_ptr<const SyncLog> m_log;
};

}  // namespace tokenledger
