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
    [[nodiscard]] Finder finder() const override;

    /// Shows a row's parts below it, or takes them away; selects the row.
    void setOpen(int row, bool open);
    /// Selects these rows of the table that was set, wherever they stand, and scrolls to the first. Those that are
    /// collapsed into one row select that one.
    void selectRows(const std::vector<std::size_t>& tableRows);

signals:
    /// Enter on a cell, or "?".
    void whyWanted(const QModelIndex& cell);
    /// "2 rows selected · Cost $1,640.91"; empty without a selection.
    void selectionSummed(const QString& text);

protected:
    [[nodiscard]] std::vector<ColumnWish> columnWishes() const override;
    [[nodiscard]] std::function<QString()> copier() const override;
    [[nodiscard]] std::int64_t rowsToCopy() const override { return rowsIn(copiedSpans()); }
    /// "Why this number?", where somebody answers and nobody has added it.
    void extendMenu(QMenu& menu) override;
    void resizeEvent(QResizeEvent* event) override;
    /// In the first column Right opens a row and Left closes it, from its parts too; elsewhere they walk.
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void updateLimit();
    bool openByKey(int key);
    [[nodiscard]] RowSpans copiedSpans() const;
    void sum();
    void say(const QString& text);
    DisplayTableModel m_model;
    QStringList m_keys;  // of the columns
    QString m_said;
    int m_sumGeneration = 0;
    bool m_collapsing = false;
};

}  // namespace tokenledger
