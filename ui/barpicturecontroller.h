// Behind a page whose chart has a bar for each period: one of them can be selected, and the tables are of its days
// alone then. GUI thread.
#pragma once

#include "ui/picturecontroller.h"

namespace tokenledger {

template <typename Question, typename Picture>
class BarPictureController : public PictureController<Question, Picture> {
public:
    /// Nothing: all days. Forgotten when the bars change.
    [[nodiscard]] const std::optional<DateRange>& selected() const { return m_selected; }
    void select(const std::optional<DateRange>& days) {
        if (days == m_selected) return;
        m_selected = days;
        m_barsRange = this->controller().range();
        m_barsInterval = this->controller().interval();
        this->refresh();
    }

protected:
    using PictureController<Question, Picture>::PictureController;

    void followFilters() override {
        if (m_barsRange != this->controller().range() || m_barsInterval != this->controller().interval()) {
            m_selected.reset();
        }
        this->refresh();
    }
    void reset() override {
        PictureController<Question, Picture>::reset();
        m_selected.reset();
    }

private:
    std::optional<DateRange> m_selected;
    DateRange m_barsRange;  // the bars that the selection is one of
    Interval m_barsInterval = Interval::Day;
};

}  // namespace tokenledger
