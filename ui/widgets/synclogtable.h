// The table of the request log. GUI thread.
#pragma once

#include "ui/models/synclogmodel.h"
#include "ui/widgets/tableview.h"

namespace tokenledger {

class SyncLogTable : public TableView {
    Q_OBJECT
public:
    SyncLogTable(const Look& look, const QString& name, QWidget* parent = nullptr);

    [[nodiscard]] SyncLogModel& logModel() { return m_model; }
    [[nodiscard]] Finder finder() const override;
    /// The one selected entry; null when there is none, or several.
    [[nodiscard]] const RequestLogEntry* selectedEntry() const;

signals:
    void selectedEntryChanged();

protected:
    [[nodiscard]] std::vector<ColumnWish> columnWishes() const override;
    /// The selected rows only: without a selection there is nothing to copy, the log may be long.
    [[nodiscard]] std::function<QString()> copier() const override;

private:
    SyncLogModel m_model;
};

}  // namespace tokenledger
