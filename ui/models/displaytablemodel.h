// A DisplayTable as a Qt model. Its rows are never changed, only replaced; sorting and collapsing make a new list.
#pragma once

#include "charts/modelcolours.h"
#include "ui/models/displaytable.h"

#include <QAbstractTableModel>
#include <QSet>

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
        StrongRole
    };

    explicit DisplayTableModel(QObject* parent = nullptr);

    void setTable(DisplayTable table);
    void setModelColours(const ModelColours& colours);
    /// Shows this many rows and the rest as one; nothing: all.
    void setLimit(std::optional<std::size_t> limit);
    /// Shows a row's parts below it, or takes them away; nothing where it has none. It stays so in later tables.
    void setOpen(int row, bool open);
    /// The row that a part belongs to; a row that is no part itself.
    [[nodiscard]] int parentOf(int row) const;
    [[nodiscard]] std::size_t sourceRows() const { return m_source.rows.size(); }
    [[nodiscard]] const DisplayTable& shown() const { return m_shown; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// A column of -1 restores the order that the table came in.
    void sort(int column, Qt::SortOrder order) override;

    [[nodiscard]] const DisplayRow& row(int index) const;

private:
    void rebuild();
    [[nodiscard]] QString tipOf(const DisplayColumn& column, const DisplayCell& cell) const;
    [[nodiscard]] std::int64_t largest(std::size_t column) const;
    DisplayTable m_source;
    DisplayTable m_shown;
    ModelColours m_colours;
    std::optional<std::size_t> m_limit;
    QSet<QString> m_open;  // keys of rows
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

}  // namespace tokenledger
