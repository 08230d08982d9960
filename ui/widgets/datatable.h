// A table of a page: sorting, the selection's sum. GUI thread.
#pragma once

#include "ui/models/displaytablemodel.h"
#include "ui/widgets/tableview.h"

namespace tokenledger {

class DataTable : public TableView {
    Q_OBJECT
public:
    DataTable(const Look& look, const QString& name, QWidget* parent = nullptr);

    void setTable(DisplayTable table, const ModelColours& colours);
    [[nodiscard]] DisplayTableModel& tableModel() { return m_model; }
    /// Collapses what does not fit into one row, or shows every row.
    void setCollapsing(bool collapsing);
    [[nodiscard]] QString selectedText() const override;

signals:
    /// "2 rows selected · Cost $1,640.91"; empty without a selection.
    void selectionSummed(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOutColumns();
    void updateLimit();
    void sum();
    void say(const QString& text);
    DisplayTableModel m_model;
    QString m_said;
    bool m_collapsing = false;
};

}  // namespace tokenledger
