// Which palette slot each model has: the fixed ones by name, others the first free slot, kept for good once given.
// A value; the window stores it with its settings. Dated ids of one model share its slot.
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace tokenledger {

class ModelColours {
public:
    /// Reads what toStrings() wrote; entries that make no sense are dropped.
    [[nodiscard]] static ModelColours fromStrings(const QStringList& entries);
    /// "slot=model name", sorted.
    [[nodiscard]] QStringList toStrings() const;

    /// Gives every model of `modelIds` without a slot the first free one, in the order given. Pass all ids of the
    /// cache: a fixed slot counts as free while its model is not among them, and its model takes it back when it turns
    /// up. True when a stored choice changed.
    bool assign(const QStringList& modelIds);

    /// Index into Palette::models; -1 (drawn as Other) for no model or when all slots were taken.
    [[nodiscard]] int slotOf(const QString& modelId) const;

private:
    QMap<QString, int> m_slots;  // display name of a model without a fixed slot -> its slot
};

}  // namespace tokenledger
