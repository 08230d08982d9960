// What the window remembers between runs: look, language, size, page and filter bar, saved views, colours, how costs
// are shown, what was open, when to sync, how files are written. Never a secret.
#pragma once

#include "app/export/tablewriter.h"
#include "charts/format.h"
#include "charts/modelcolours.h"
#include "charts/valuecolours.h"
#include "ui/filterstate.h"
#include "ui/language.h"
#include "ui/models/tablechoice.h"
#include "ui/organizationlist.h"
#include "ui/savedviews.h"
#include "ui/theme.h"

#include <QByteArray>
#include <QSettings>

namespace tokenledger {

class Settings {
public:
    /// An INI file of this path; tests give one of their own.
    explicit Settings(const QString& path);
    /// The platform's place for settings of this user.
    Settings();

    enum class Opened { Nothing, Live, Sample, File };
    struct LastOpened {
        Opened what = Opened::Nothing;
        QString name;  // of a File its path, of a Live one its profile
    };

    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);
    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);
    [[nodiscard]] LanguageChoice language() const;
    void setLanguage(LanguageChoice choice);
    /// Whose figures and dates the window writes, "de-DE"; empty: see figuresLocale.
    [[nodiscard]] QString figures() const;
    void setFigures(const QString& locale);
    [[nodiscard]] TokenDigits tableTokens() const;
    void setTableTokens(TokenDigits digits);

    /// What the filter bar said last; at first, what a new organization begins with.
    [[nodiscard]] FilterState filters() const;
    void setFilters(const FilterState& state);
    /// What a new organization begins with: period, interval and comparison; no filters.
    [[nodiscard]] FilterState startFilters() const;
    void setStartFilters(const FilterState& state);
    [[nodiscard]] PageId page() const;
    void setPage(PageId page);
    /// The month that fiscal years begin with, 1 to 12.
    [[nodiscard]] int yearStart() const;
    void setYearStart(int month);
    /// Of one organization, by the name of its profile or whatever else tells it apart.
    [[nodiscard]] SavedViews savedViews(const QString& organization) const;
    void setSavedViews(const QString& organization, const SavedViews& views);
    [[nodiscard]] ModelColours modelColours() const;
    void setModelColours(const ModelColours& colours);
    /// Of workspaces and all else that is not a model.
    [[nodiscard]] ValueColours valueColours() const;
    void setValueColours(const ValueColours& colours);
    /// The chosen dimensions of the Cost page, of the bill or of allocated cost; they may be the same.
    struct CostView {
        Dimension rows = Dimension::Workspace;
        Dimension columns = Dimension::Model;
        friend bool operator==(const CostView&, const CostView&) = default;
    };
    [[nodiscard]] CostView costView() const;
    void setCostView(const CostView& view);
    /// What the Usage page is stacked by, one of UsageDimensions.
    [[nodiscard]] Dimension usageRows() const;
    void setUsageRows(Dimension dimension);
    /// Columns and order of the table of this name.
    [[nodiscard]] TableChoice tableChoice(const QString& table) const;
    void setTableChoice(const QString& table, const TableChoice& choice);
    /// What a row of the Cache efficiency page is.
    enum class CacheGroups { WorkspaceAndModel, Model, Workspace, ApiKey };
    [[nodiscard]] CacheGroups cacheGroups() const;
    void setCacheGroups(CacheGroups groups);
    /// What the Organization page lists.
    [[nodiscard]] OrganizationList organizationList() const;
    void setOrganizationList(OrganizationList list);
    [[nodiscard]] LastOpened lastOpened() const;
    void setLastOpened(const LastOpened& last);

    struct AutoSync {
        bool on = true;
        int minutes = 60;  // between two syncs, 1 to 1,440
        friend bool operator==(const AutoSync&, const AutoSync&) = default;
    };
    /// Whether the desktop tells of budgets that reached a threshold.
    [[nodiscard]] bool budgetNotices() const;
    void setBudgetNotices(bool on);
    [[nodiscard]] AutoSync autoSync() const;
    void setAutoSync(const AutoSync& choice);
    /// An address for checkProxyUrl(), without name and password; empty: the system's proxy.
    [[nodiscard]] QString proxy() const;
    void setProxy(const QString& address);
    [[nodiscard]] CsvOptions csv() const;
    void setCsv(const CsvOptions& options);
    /// People are called by pseudonyms in what is exported.
    [[nodiscard]] bool replacesNames() const;
    void setReplacesNames(bool replaces);

private:
    mutable QSettings m_store;
};

}  // namespace tokenledger
