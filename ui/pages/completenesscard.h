// The completeness map with a line below it that tells of the chosen day, and what helps. GUI thread.
#pragma once

#include "app/reports/datahealth.h"
#include "ui/widgets/card.h"

#include <memory>

namespace tokenledger {

class CompletenessMap;
class Notice;

class CompletenessCard : public Card {
    Q_OBJECT
public:
    explicit CompletenessCard(const Look& look, QWidget* parent = nullptr);

    void setHealth(std::shared_ptr<const DataHealth> health);
    /// Why nothing can be fetched now; empty: it can.
    void setFetchBlocked(const QString& reason);
    [[nodiscard]] CompletenessMap& map() { return *m_map; }

protected:
    void resizeEvent(QResizeEvent* event) override;

signals:
    void fetchWanted(tokenledger::Dataset dataset, const tokenledger::DateRange& days);

private:
    void fit();
    void showTitle();
    void showDetail();

    std::shared_ptr<const DataHealth> m_health;
    CompletenessMap* m_map;
    Notice* m_detail;
    QString m_blocked;
    std::optional<std::pair<Dataset, DateRange>> m_shown;
};

}  // namespace tokenledger
