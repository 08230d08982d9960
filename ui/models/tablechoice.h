// What a user chose about a table: widths, columns hidden or shown, the order. Values, kept between runs.
#pragma once

#include <QJsonObject>
#include <QMap>
#include <QString>

#include <optional>

namespace tokenledger {

struct TableChoice {
    struct Sort {
        QString column;  // its key; empty: as the table comes
        bool descending = false;
        friend bool operator==(const Sort&, const Sort&) = default;
    };
    QMap<QString, int> widths;  // by column key
    QMap<QString, bool> shown;  // only those that were hidden or shown by hand
    std::optional<Sort> sort;   // nothing: never sorted by hand
    friend bool operator==(const TableChoice&, const TableChoice&) = default;

    [[nodiscard]] bool hides(const QString& key) const { return !shown.value(key, true); }
    [[nodiscard]] QJsonObject toJson() const;
    /// What is not understood is left out.
    [[nodiscard]] static TableChoice fromJson(const QJsonObject& json);
};

}  // namespace tokenledger
