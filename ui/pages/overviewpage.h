// The Overview: one sentence, what is the matter if anything, six tiles, three charts and the largest changes.
// Follows the controller; what other parts have to do it emits. GUI thread.
#pragma once

#include "ui/pages/page.h"

#include <QTimer>

#include <array>

class QGridLayout;

namespace tokenledger {

class Notice;
class OverviewCards;
struct OverviewTiles;
class SyncPanel;
class Tile;

class OverviewPage : public Page {
    Q_OBJECT
public:
    OverviewPage(const Look& look, SessionController& controller, Settings& settings, const Clock& clock,
                 QWidget* parent = nullptr);

    [[nodiscard]] std::vector<NamedReport> exports() const override;

protected:
    [[nodiscard]] QString keyFilterNote() const override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showOverview();
    void showError(const Error& error);
    void showState();
    void markOutdated();
    void updateSyncPanel();
    void arrange();
    void addWaysToRows(OverviewTiles& tiles);
    void showMonth(const DateRange& days);

    Settings& m_settings;
    SyncPanel* m_syncPanel;
    QGridLayout* m_tileGrid;
    std::array<Tile*, 6> m_tiles{};
    Notice* m_tracked;  // requests, where an internal tracking was imported
    OverviewCards* m_cards;
    QTimer m_dim;  // an answer that comes at once does not make the picture flicker
    int m_tileColumns = 0;
};

}  // namespace tokenledger
