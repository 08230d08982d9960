// The lower cards of the Usage page: the keys that use most, those that lie idle, and the hours of the last days. GUI
// thread.
#pragma once

#include "app/reports/usagedetails.h"
#include "app/session.h"
#include "charts/valuecolours.h"
#include "ui/theme.h"

#include <QImage>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QMenu;

namespace tokenledger {

class Button;
class Card;
class ChartCard;
class CostTrendChart;
class DataTable;
struct Explanation;

class UsageDetailCards : public QWidget {
    Q_OBJECT
public:
    explicit UsageDetailCards(const Look& look, QWidget* parent = nullptr);

    /// `kind`, `profile`: of the open session, for the command that fetches hours.
    void setDetails(const std::shared_ptr<const UsageDetails>& details, const ValueColours& colours, Session::Kind kind,
                    const QString& profile);
    /// "13:12": the picture is old; empty: it is not.
    void setOutdated(const QString& since);
    /// The two tables beside each other, or one below the other.
    void setStacked(bool stacked);

signals:
    void keysExportRequested();
    void idleExportRequested();
    void hoursExportRequested();
    void savePictureRequested(const QImage& picture, const QString& name);
    void selectionSummed(const QString& text);

private:
    using Export = void (UsageDetailCards::*)();
    using Why = Explanation (UsageDetailCards::*)() const;
    Card* makeKeysCard(const char* name, const QString& title, DataTable* table, Export wanted, Why why);
    void makeHoursCards();
    QLabel* makeLabel(const QString& name, QWidget* parent) const;
    void addWhy(Card* card, const QString& name, Why why);
    void addExport(QMenu& menu, Export wanted);
    void showHours(const ValueColours& colours, Session::Kind kind, const QString& profile);
    void followHours();
    [[nodiscard]] Explanation whyOfKeys() const;
    [[nodiscard]] Explanation whyOfIdle() const;
    [[nodiscard]] Explanation whyOfHours() const;

    const Look& m_look;
    std::shared_ptr<const UsageDetails> m_details;
    QBoxLayout* m_pair;
    DataTable* m_keys;
    DataTable* m_idle;
    QLabel* m_noIdle;
    CostTrendChart* m_hours;
    DataTable* m_hoursTable;
    QLabel* m_noHours;
    QLabel* m_command;
    Card* m_keysCard;
    Card* m_idleCard;
    ChartCard* m_hoursCard;
    Card* m_noHoursCard;
};

}  // namespace tokenledger
