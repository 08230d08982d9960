// The Cache efficiency page: one sentence, what a row is, the chart, and the table of what caching saved or cost.
// Follows its controller; what other parts have to do it emits. GUI thread.
#pragma once

#include "ui/cachecontroller.h"
#include "ui/pages/picturepage.h"

class QBoxLayout;

namespace tokenledger {

class CacheCards;
class Segments;

class CacheEfficiencyPage : public PicturePage {
    Q_OBJECT
public:
    CacheEfficiencyPage(const Look& look, SessionController& controller, CacheController& cache, Settings& settings,
                        QWidget* parent = nullptr);

    /// What can be exported of it now: the chart's figures, then the table's.
    [[nodiscard]] std::vector<NamedReport> exports() const override;

protected:
    void showPicture() override;
    void setOutdated(const QString& since) override;
    [[nodiscard]] QDateTime asOf() const override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildHeader();
    void arrange();

    CacheController& m_cache;
    Settings& m_settings;
    QBoxLayout* m_header;
    QWidget* m_groupBy;
    Segments* m_segments;
    CacheCards* m_cards;
};

}  // namespace tokenledger
