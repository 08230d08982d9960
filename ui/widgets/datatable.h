// A table of a page: sorting, the selection's sum, rows that open. GUI thread.
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

    /// Shows a row's parts below it, or takes them away; selects the row.
    void setOpen(int row, bool open);

signals:
    /// Enter on a cell.
    void whyWanted(const QModelIndex& cell);
    /// "2 rows selected · Cost $1,640.91"; empty without a selection.
    void selectionSummed(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;
    /// In the first column Right opens a row and Left closes it, from its parts too; elsewhere they walk.
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void layOutColumns();
    void updateLimit();
    bool openByKey(int key);
    [[nodiscard]] std::vector<const DisplayRow*> rowsToSum() const;
    void sum();
    void say(const QString& text);
    DisplayTableModel m_model;
    QString m_said;
    bool m_collapsing = false;
};

}  // namespace tokenledger
