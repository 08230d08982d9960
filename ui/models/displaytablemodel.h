// A DisplayTable as a Qt model. Its rows are never changed, only replaced or put in another order; of many rows the
// new order is made beside the GUI thread, and the old one is shown until then. GUI thread.
#pragma once

#include "charts/modelcolours.h"
#include "ui/models/shownrows.h"

#include <QAbstractTableModel>

namespace tokenledger {

class DisplayTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    /// GoodRole: of a Pill, whether it says something good; invalid: neither good nor bad. FamilyRole: the swatch is
    /// not a model's. SwatchRole: of a header, too. OpenRole: whether a row is open; invalid where it has no parts.
    enum Role {
        RowKindRole = Qt::UserRole,
        CellKindRole,
        NumberRole,
        SwatchRole,
        LargestRole,
        GoodRole,
        FamilyRole,
        OpenRole,
        ToneRole,
        IconRole,
        StrongRole,
        PillRole,
        BadRowRole
    };

    explicit DisplayTableModel(QObject* parent = nullptr);
    ~DisplayTableModel() override;

    /// Shown by this column from the start; -1: as it comes.
    void setTable(DisplayTable table, int sortColumn, Qt::SortOrder order);
    /// Sorted as the one before.
    void setTable(DisplayTable table);
    void setModelColours(const ModelColours& colours);
    /// Shows this many rows and the rest as one; nothing: all.
    void setLimit(std::optional<std::size_t> limit);
    /// Shows a row's parts below it, or takes them away; nothing where it has none. It stays so in later tables.
    void setOpen(int row, bool open);
    /// The row that a part belongs to; a row that is no part itself.
    [[nodiscard]] int parentOf(int row) const { return m_rows->parentOf(row); }
    [[nodiscard]] std::size_t sourceRows() const { return m_rows->table().rows.size(); }
    [[nodiscard]] const std::vector<DisplayColumn>& columns() const { return m_rows->table().columns; }
    [[nodiscard]] const DisplayRow& row(int index) const { return m_rows->row(index); }
    /// For work in other threads.
    [[nodiscard]] const std::shared_ptr<const ShownRows>& rows() const { return m_rows; }
    /// A copy of all that is shown, the total as its last row. For small tables.
    [[nodiscard]] const DisplayTable& shown() const;
    /// Another table or order is being made.
    [[nodiscard]] bool isArranging() const { return m_arranging; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// A column of -1 restores the order that the table came in.
    void sort(int column, Qt::SortOrder order) override;

signals:
    void arranged();
    /// Before rows change their places: whoever holds on to many of them lets go.
    void aboutToReorder();

private:
    void rearrange();
    void show(std::shared_ptr<const ShownRows> rows);
    void reorder(std::shared_ptr<const ShownRows> rows);
    [[nodiscard]] QString tipOf(const DisplayColumn& column, const DisplayCell& cell) const;

    std::shared_ptr<const DisplayTable> m_table;
    RowOrder m_order;                         // wanted
    std::shared_ptr<const ShownRows> m_rows;  // on the screen
    mutable std::optional<DisplayTable> m_shown;
    ModelColours m_colours;
    int m_generation = 0;
    bool m_arranging = false;
};

}  // namespace tokenledger
