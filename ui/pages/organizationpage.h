// The Organization page: who and what the organization consists of, what of it is used, and what changed. Not to be
// taken for Organizations, the menu of those that are connected. GUI thread.
#pragma once

#include "ui/organizationcontroller.h"
#include "ui/pages/picturepage.h"

#include <array>

class QGridLayout;

namespace tokenledger {

class OrganizationCard;
class Tile;

class OrganizationPage : public PicturePage {
    Q_OBJECT
public:
    OrganizationPage(const Look& look, SessionController& controller, OrganizationController& organization,
                     Settings& settings, QWidget* parent = nullptr);

    /// Every list, the one that is seen first.
    [[nodiscard]] std::vector<NamedReport> exports() const override;
    [[nodiscard]] bool followsPeriodOnly() const override { return true; }

protected:
    void showPicture() override;
    void setOutdated(const QString& since) override;
    [[nodiscard]] QDateTime asOf() const override;
    void updateState() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fillFilterMenu(QMenu& menu, Dimension dimension, const QString& id);
    void filterBy(Dimension dimension, const QString& id, const QString& name);
    void arrange();

    OrganizationController& m_organization;
    Settings& m_settings;
    std::array<Tile*, 5> m_tiles{};
    QGridLayout* m_tileGrid;
    int m_tileColumns = 0;
    OrganizationCard* m_card;
};

}  // namespace tokenledger
