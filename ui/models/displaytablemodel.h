// A DisplayTable as a Qt model. Its rows are never changed, only replaced; sorting and collapsing make a new list.
#pragma once

#include "charts/modelcolours.h"
#include "ui/models/displaytable.h"

#include <QAbstractTableModel>

namespace tokenledger {

class DisplayTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    /// GoodRole: of a Pill, whether it says something good.
    enum Role { RowKindRole = Qt::UserRole, CellKindRole, NumberRole, SwatchRole, LargestRole, GoodRole };

    explicit DisplayTableModel(QObject* parent = nullptr);

    void setTable(DisplayTable table);
    void setModelColours(const ModelColours& colours);
    /// Shows this many rows and the rest as one; nothing: all.
    void setLimit(std::optional<std::size_t> limit);
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
    [[nodiscard]] std::int64_t largest(std::size_t column) const;
    DisplayTable m_source;
    DisplayTable m_shown;
    ModelColours m_colours;
    std::optional<std::size_t> m_limit;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

}  // namespace tokenledger
