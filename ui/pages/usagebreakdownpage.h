// The Usage page: what tokens were used, by kind or by who used them; the keys behind them; the last days by the hour.
// Follows its controllers. GUI thread.
#pragma once

#include "ui/pages/picturepage.h"
#include "ui/pages/usagetiles.h"
#include "ui/usagecontroller.h"

class QBoxLayout;
class QGridLayout;

namespace tokenledger {

class Segments;
class UsageCards;
class UsageDetailCards;

class UsageBreakdownPage : public PicturePage {
    Q_OBJECT
public:
    UsageBreakdownPage(const Look& look, SessionController& controller, UsageController& usage,
                       UsageDetailsController& details, Settings& settings, QWidget* parent = nullptr);

    /// Chart, table, keys in use, idle keys, and the hours where there are any.
    [[nodiscard]] std::vector<NamedReport> exports() const override;

protected:
    void showPicture() override;
    void setOutdated(const QString& since) override;
    [[nodiscard]] QDateTime asOf() const override;
    [[nodiscard]] NoticeChoice usualNotice() const override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* buildHeader();
    void connectParts();
    void connectDetails();
    void markDetailsOutdated();
    void requestExport(const QString& slug);
    void arrange();

    UsageController& m_usage;
    UsageDetailsController& m_details;
    Settings& m_settings;
    QBoxLayout* m_header;
    QWidget* m_stackBy;
    Segments* m_segments;
    QGridLayout* m_tileGrid;
    std::array<Tile*, UsageTileCount> m_tiles{};
    int m_tileColumns = 0;
    UsageCards* m_cards;
    UsageDetailCards* m_detailCards;
    QTimer m_dimDetails;
    std::optional<Error> m_detailsError;  // said where the page has none of its own
};

}  // namespace tokenledger
