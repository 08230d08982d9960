// The Cost page: one sentence, what the bill is stacked by, the chart, and the table behind it. Follows its controller;
// what other parts have to do it emits. GUI thread.
#pragma once

#include "ui/costcontroller.h"
#include "ui/pages/picturepage.h"

class QBoxLayout;

namespace tokenledger {

class CostCards;
class Segments;

class CostBreakdownPage : public PicturePage {
    Q_OBJECT
public:
    CostBreakdownPage(const Look& look, SessionController& controller, CostController& cost, Settings& settings,
                      QWidget* parent = nullptr);

    /// What can be exported of it now: the chart's figures, then the table's.
    [[nodiscard]] std::vector<NamedReport> exports() const override;

protected:
    [[nodiscard]] QString keyFilterNote() const override;
    void showPicture() override;
    void setOutdated(const QString& since) override;
    [[nodiscard]] QDateTime asOf() const override;
    void updateState() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildHeader();
    void connectParts();
    void arrange();

    CostController& m_cost;
    Settings& m_settings;
    QBoxLayout* m_header;
    QWidget* m_stackBy;
    Segments* m_segments;
    CostCards* m_cards;
    bool m_hasBridge = false;
};

}  // namespace tokenledger
