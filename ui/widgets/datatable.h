// The window's table view: the design's rows, sorting, the selection's sum, copying for spreadsheets. GUI thread.
#pragma once

#include "ui/models/displaytablemodel.h"
#include "ui/theme.h"

#include <QTableView>

class QMenu;

namespace tokenledger {

class DataTable : public QTableView {
    Q_OBJECT
public:
    DataTable(const Look& look, const QString& name, QWidget* parent = nullptr);

    void setTable(DisplayTable table, const ModelColours& colours);
    [[nodiscard]] DisplayTableModel& tableModel() { return m_model; }
    /// Collapses what does not fit into one row, or shows every row.
    void setCollapsing(bool collapsing);
    /// The selected cells (all, when none is selected), tab-separated with a header line, numbers plain and exact.
    [[nodiscard]] QString selectedText() const;
    void copy() const;

signals:
    /// Whoever knows more about the table adds to its context menu.
    void contextMenuWanted(QMenu& menu);
    /// "2 rows selected · Cost $1,640.91"; empty without a selection.
    void selectionSummed(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

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
