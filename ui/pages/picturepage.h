// A page that shows one picture of its controller, dimmed while that is not the one asked for. GUI thread.
#pragma once

#include "ui/pages/page.h"
#include "ui/picturecontroller.h"

#include <QTimer>

namespace tokenledger {

class PicturePage : public Page {
    Q_OBJECT
protected:
    /// `source` outlives the page; follow() when the page is built.
    PicturePage(const Look& look, SessionController& controller, PictureSource& source, const Names& names,
                QWidget* parent);
    void follow();

    /// The source has a new picture.
    virtual void showPicture() = 0;
    /// "13:12": the picture is old; empty: it is not.
    virtual void setOutdated(const QString& since) = 0;
    /// Newest fetch behind the picture; invalid: none.
    [[nodiscard]] virtual QDateTime asOf() const = 0;
    virtual void updateState();

    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void markOutdated();

    PictureSource& m_source;
    QTimer m_dim;  // an answer that comes at once does not make the picture flicker
};

}  // namespace tokenledger
