#include "charts/modelcolours.h"

#include "charts/palette.h"

#include <bitset>

namespace tokenledger {

namespace {

constexpr int SlotCount = static_cast<int>(std::tuple_size_v<decltype(Palette::models)>);
using SlotSet = std::bitset<SlotCount>;

std::size_t at(int slot) { return static_cast<std::size_t>(slot); }

// Slots that no fixed model owns come first, so that a fixed model seldom has to take its slot back.
int firstFree(const SlotSet& taken, const SlotSet& owned) {
    for (const bool ownedPass : {false, true})
        for (int slot = 0; slot < SlotCount; ++slot)
            if (!taken.test(at(slot)) && owned.test(at(slot)) == ownedPass) return slot;
    return -1;
}

SlotSet slotsWithFixedModel() {
    SlotSet owned;
    owned.set();
    owned.reset(at(SlotCount - 1));  // brick
    return owned;
}

}  // namespace

ModelColours ModelColours::fromStrings(const QStringList& entries) {
    ModelColours colours;
    SlotSet taken;
    for (const QString& entry : entries) {
        bool isNumber = false;
        const int slot = entry.section(u'=', 0, 0).toInt(&isNumber);
        const QString name = entry.section(u'=', 1);
        if (!isNumber || slot < 0 || slot >= SlotCount || name.isEmpty() || taken.test(at(slot))) continue;
        taken.set(at(slot));
        colours.m_slots.insert(name, slot);
    }
    return colours;
}

QStringList ModelColours::toStrings() const {
    QStringList entries;
    for (auto it = m_slots.cbegin(); it != m_slots.cend(); ++it)
        entries.append(QString::number(it.value()) + u'=' + it.key());
    return entries;
}

bool ModelColours::assign(const QStringList& modelIds) {
    const auto before = m_slots;
    SlotSet taken;
    for (const QString& id : modelIds)
        if (const int slot = fixedModelSlot(id); slot >= 0) taken.set(at(slot));
    for (auto it = m_slots.begin(); it != m_slots.end();) {
        if (taken.test(at(it.value()))) {
            it = m_slots.erase(it);
        } else {
            taken.set(at(it.value()));
            ++it;
        }
    }
    // Those that just lost a slot choose again, also when they are not in use any more.
    const QStringList waiting = before.keys() + modelIds;
    for (const QString& id : waiting) {
        const QString name = modelDisplayName(id);
        if (name.isEmpty() || fixedModelSlot(id) >= 0 || m_slots.contains(name)) continue;
        const int slot = firstFree(taken, slotsWithFixedModel());
        if (slot < 0) break;
        taken.set(at(slot));
        m_slots.insert(name, slot);
    }
    return m_slots != before;
}

int ModelColours::slotOf(const QString& modelId) const {
    if (modelId.isEmpty()) return -1;
    if (const int fixed = fixedModelSlot(modelId); fixed >= 0) return fixed;
    return m_slots.value(modelDisplayName(modelId), -1);
}

}  // namespace tokenledger
