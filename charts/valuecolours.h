// Which slot of Palette::family each value of a dimension has that is not a model: given once, by id and not by rank,
// and kept. There are more values than slots, so two of them may share one; when both are shown, the second moves on
// for good. The kinds of tokens have their slots by name, as the design says. A value; the window stores it with its
// settings.
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace tokenledger {

class ValueColours {
public:
    /// Reads what toStrings() wrote; entries that make no sense are dropped.
    [[nodiscard]] static ValueColours fromStrings(const QStringList& entries);
    /// "slot=dimension:id", sorted.
    [[nodiscard]] QStringList toStrings() const;

    /// Gives these values of a dimension, shown at the same time, a slot each, as long as there are any; the first ones
    /// choose first. True when a stored choice changed.
    bool assign(const QString& dimension, const QStringList& shownIds);

    /// Index into Palette::family; -1 (drawn as Other) for a value that was never shown.
    [[nodiscard]] int slotOf(const QString& dimension, const QString& id) const;

private:
    QMap<QString, int> m_slots;  // "dimension:id" -> slot
};

}  // namespace tokenledger
