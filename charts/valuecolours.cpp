#include "charts/valuecolours.h"

#include "charts/palette.h"

#include <array>

namespace tokenledger {

namespace {

constexpr int SlotCount = static_cast<int>(std::tuple_size_v<decltype(Palette::family)>);

QString keyOf(const QString& dimension, const QString& id) { return dimension + u':' + id; }

struct FixedSlot {
    const char* key;
    int slot;
};
constexpr FixedSlot FixedSlots[] = {{"token_type:uncached_input_tokens", 0},
                                    {"token_type:cache_creation.ephemeral_5m_input_tokens", 1},
                                    {"token_type:cache_read_input_tokens", 2},
                                    {"token_type:cache_creation.ephemeral_1h_input_tokens", 3},
                                    {"token_type:output_tokens", 5}};

/// -1: it has none.
int fixedSlot(const QString& key) {
    for (const FixedSlot& each : FixedSlots) {
        if (key == QLatin1String(each.key)) return each.slot;
    }
    return -1;
}

std::size_t at(int slot) { return static_cast<std::size_t>(slot); }

}  // namespace

ValueColours ValueColours::fromStrings(const QStringList& entries) {
    ValueColours colours;
    for (const QString& entry : entries) {
        bool isNumber = false;
        const int slot = entry.section(u'=', 0, 0).toInt(&isNumber);
        const QString name = entry.section(u'=', 1);
        if (isNumber && slot >= 0 && slot < SlotCount && !name.isEmpty()) colours.m_slots.insert(name, slot);
    }
    return colours;
}

QStringList ValueColours::toStrings() const {
    QStringList entries;
    for (auto it = m_slots.cbegin(); it != m_slots.cend(); ++it)
        entries.append(QString::number(it.value()) + u'=' + it.key());
    return entries;
}

int ValueColours::slotOf(const QString& dimension, const QString& id) const {
    const QString key = keyOf(dimension, id);
    const int fixed = fixedSlot(key);
    return fixed >= 0 ? fixed : m_slots.value(key, -1);
}

bool ValueColours::assign(const QString& dimension, const QStringList& shownIds) {
    const auto before = m_slots;
    std::array<bool, SlotCount> taken{};
    QStringList waiting;
    for (const QString& id : shownIds) {
        if (const int slot = fixedSlot(keyOf(dimension, id)); slot >= 0) taken[at(slot)] = true;
    }
    for (const QString& id : shownIds) {
        if (fixedSlot(keyOf(dimension, id)) >= 0) continue;
        const int slot = slotOf(dimension, id);
        if (slot < 0 || taken[at(slot)]) {
            waiting.append(id);
        } else {
            taken[at(slot)] = true;
        }
    }
    std::array<int, SlotCount> owners{};
    const QString ofDimension = keyOf(dimension, {});
    for (auto it = m_slots.cbegin(); it != m_slots.cend(); ++it) {
        if (it.key().startsWith(ofDimension)) ++owners[at(it.value())];
    }
    for (const QString& id : waiting) {
        // The free slot with the fewest owners, so that values that are not shown now keep theirs alone.
        int best = -1;
        for (int slot = 0; slot < SlotCount; ++slot) {
            if (!taken[at(slot)] && (best < 0 || owners[at(slot)] < owners[at(best)])) best = slot;
        }
        if (best < 0) break;
        taken[at(best)] = true;
        ++owners[at(best)];
        m_slots.insert(keyOf(dimension, id), best);
    }
    return m_slots != before;
}

}  // namespace tokenledger
