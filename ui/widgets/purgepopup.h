// Which days of which datasets are to be taken out of the cache, and how much that would be. It only asks. GUI thread.
#pragma once

#include "storage/cachetypes.h"
#include "ui/widgets/popover.h"

class QCheckBox;
class QLabel;

namespace tokenledger {

class Button;
class DayRangePicker;

class PurgePopup : public Popover {
    Q_OBJECT
public:
    struct Choice {
        DateRange range;
        std::vector<Dataset> datasets;
        friend bool operator==(const Choice&, const Choice&) = default;
    };
    PurgePopup(const Look& look, const DateRange& range, UtcDay today, const std::vector<Dataset>& datasets,
               QWidget* anchor);

    /// Nothing where no day or no dataset is chosen.
    [[nodiscard]] std::optional<Choice> choice() const;
    /// What the cache holds of the choice; for another choice it is dropped.
    void setStored(const Choice& of, const std::vector<StoredDays>& stored);

signals:
    /// Somebody is to call setStored().
    void choiceChanged();
    void purgeClicked(const tokenledger::PurgePopup::Choice& choice,
                      const std::vector<tokenledger::StoredDays>& stored);

private:
    void update();
    DayRangePicker* m_picker;
    std::vector<std::pair<Dataset, QCheckBox*>> m_boxes;
    QLabel* m_stored;
    Button* m_purge;
    std::vector<StoredDays> m_counts;
};

}  // namespace tokenledger
