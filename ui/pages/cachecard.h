// The cache file: where it is, how large, what it holds and since when, and what checking it found. GUI thread.
#pragma once

#include "ui/healthcontroller.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textline.h"

class QGridLayout;

namespace tokenledger {

class Pill;

class CacheCard : public Card {
    Q_OBJECT
public:
    explicit CacheCard(const Look& look, QWidget* parent = nullptr);

    void setStatus(const CacheStatus& status, const std::optional<HealthController::BackedUp>& backup);
    /// Nothing: not known yet.
    void setRestatements(std::optional<std::int64_t> known);
    void setVerified(const HealthController& health);

private:
    void addRow(const QString& name, const QString& key);
    void setRow(const QString& key, const TextParts& parts);

    const Look& m_look;
    Pill* m_pill;
    QGridLayout* m_grid;
    struct Row {
        QWidget* name;
        TextLine* value;
    };
    std::map<QString, Row> m_rows;
};

}  // namespace tokenledger
