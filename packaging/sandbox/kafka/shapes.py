# SPDX-License-Identifier: GPL-3.0-or-later
"""The records of the topics as functions of their number: the same on every machine.

Fields are those of the real feeds: Wikimedia's stream of changes, GDELT's events."""

DAY = 86_400_000
CURRENCIES = ("TWD", "KRW", "EUR", "USD")
COUNTRIES = ("TW", "KR", "DE", "US")
NAMES = ("陳怡君", "김민준", "Anna Weber", "Grace Kim", "林志明", "이서연", "Jonas Müller", "O'Neill, Pat")
PAGES = ("/", "/tea", "/coffee/filter", "/cart", "/checkout", "/p/HB-{:04d}")
ACTIONS = ("placed", "paid", "packed", "shipped", "returned")
WIKIS = (("enwiki", "en.wikipedia.org"), ("dewiki", "de.wikipedia.org"),
         ("zhwiki", "zh.wikipedia.org"), ("kowiki", "ko.wikipedia.org"),
         ("itwiki", "it.wikipedia.org"), ("viwiki", "vi.wikipedia.org"),
         ("commonswiki", "commons.wikimedia.org"), ("wikidatawiki", "www.wikidata.org"))
TITLES = ("Oolong", "Taipei 101", "한글", "臺灣茶", "Kaffee", "Kettle", "Grinding (coffee)", "Seoul",
          "Category:Tea", "User talk:Example", "Q42", "File:Cup.jpg")
ACTORS = (("TWN", "TAIWAN", "TAIPEI"), ("KOR", "SOUTH KOREA", "SEOUL"),
          ("DEU", "GERMANY", "BERLIN"), ("USA", "UNITED STATES", "WASHINGTON"),
          ("FRA", "FRANCE", "PARIS"))
CODES = ("010", "020", "036", "042", "051", "057", "073", "112", "120", "190")


def pick(number, salt, count):
    """An even choice below `count` for this number: a mixing of bits, no state."""
    mixed = (number * 0x9E3779B97F4A7C15 + salt * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
    mixed ^= mixed >> 29
    mixed = (mixed * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
    return (mixed >> 20) % count


def order(number, when):
    return {"order_id": 900_000 + number, "customer_id": 88_000 + pick(number, 1, 5000),
            "status": ACTIONS[pick(number, 2, 4)], "country": COUNTRIES[pick(number, 3, 4)],
            "currency": CURRENCIES[pick(number, 3, 4)], "total": pick(number, 4, 900_000) / 100,
            "items": [{"sku": f"HB-{1 + pick(number, 10 + item, 5000):04d}",
                       "quantity": 1 + pick(number, 20 + item, 4)}
                      for item in range(1 + pick(number, 5, 4))],
            "gift_note": "生日快樂！" if number % 11 == 0 else None, "placed_at": when}


def payment(number, when, void=False):
    return {"payment_id": f"pay-{number:07d}", "order_id": 900_000 + number,
            "method": ("card", "transfer", "cash")[pick(number, 1, 3)],
            "amount": pick(number, 4, 900_000) / 100, "currency": CURRENCIES[pick(number, 3, 4)],
            "status": "void" if void else "settled", "at": when}


def customer(number, when):
    return {"customer_id": 88_000 + number, "name": NAMES[pick(number, 1, len(NAMES))],
            "email": f"customer{number}@shop.example" if number % 9 else None,
            "country": COUNTRIES[pick(number, 2, 4)], "since": when}


def stock(number, when):
    return {"sku": f"HB-{1 + pick(number, 1, 500):04d}", "warehouse": "TPE-2",
            "quantity": pick(number, 2, 400), "at": when}


def click(number, when):
    return {"session": f"{pick(number // 6, 1, 1 << 48):012x}", "at": when,
            "page": PAGES[pick(number, 2, len(PAGES))].format(1 + pick(number, 3, 5000)),
            "referrer": None if pick(number, 4, 3) else "https://search.example/?q=oolong",
            "device": {"kind": ("phone", "desktop", "tablet")[pick(number, 5, 3)],
                       "width": 320 + 16 * pick(number, 6, 100)}}


def parcel_return(number, when):
    return {"return_id": number, "order_id": 900_000 + pick(number, 1, 40_000),
            "reason": ("broken", "wrong item", "불량", "不喜歡")[pick(number, 2, 4)],
            "refund": pick(number, 3, 90_000) / 100, "at": when}


def change(number, when, stamp):
    """An edit as stream.wikimedia.org/v2/stream/recentchange sends it."""
    wiki, server = WIKIS[pick(number, 1, len(WIKIS))]
    title = TITLES[pick(number, 2, len(TITLES))]
    old = 1000 + pick(number, 3, 60_000)
    place = f"https://{server}/wiki/{title.replace(' ', '_')}"
    bot = pick(number, 4, 4) == 0
    mark = f"{pick(number, 5, 1 << 60):015x}"
    return {
        "$schema": "/mediawiki/recentchange/1.0.0",
        "meta": {"uri": place, "request_id": f"{mark[:8]}-{mark[8:12]}-4000-8000-{number:012x}",
                 "id": f"{mark[3:11]}-{mark[11:15]}-4000-9000-{number:012x}", "dt": stamp,
                 "domain": server, "stream": "mediawiki.recentchange",
                 "topic": "eqiad.mediawiki.recentchange", "partition": 0,
                 "offset": 5_800_000_000 + number},
        "id": 1_900_000_000 + number, "type": ("edit", "categorize", "log", "new")[
            min(3, pick(number, 6, 8))] if pick(number, 7, 3) else "edit",
        "namespace": (0, 1, 3, 6, 14)[pick(number, 8, 5)], "title": title, "title_url": place,
        "comment": "" if bot else "/* History */ sources, 錯字",
        "timestamp": when // 1000, "user": "CleanupBot" if bot else f"User {pick(number, 9, 900)}",
        "bot": bot, "notify_url": f"https://{server}/w/index.php?diff={number}&oldid={number - 1}",
        "minor": bool(pick(number, 10, 2)), "length": {"old": old, "new": old + pick(
            number, 11, 900) - 300},
        "revision": {"old": 1_200_000_000 + number - 1, "new": 1_200_000_000 + number},
        "server_url": f"https://{server}", "server_name": server, "server_script_path": "/w",
        "wiki": wiki, "parsedcomment": ""}


def event(number, day):
    """The columns of GDELT 2.0's event table that feeds carry on."""
    first, second = ACTORS[pick(number, 1, 5)], ACTORS[pick(number, 2, 5)]
    code = CODES[pick(number, 3, len(CODES))]
    return {"GlobalEventID": 1_250_000_000 + number, "Day": day, "Actor1Code": first[0],
            "Actor1Name": first[1], "Actor2Code": second[0] if number % 3 else None,
            "Actor2Name": second[1] if number % 3 else None, "IsRootEvent": number % 2,
            "EventCode": code, "EventRootCode": code[:2], "QuadClass": 1 + pick(number, 4, 4),
            "GoldsteinScale": pick(number, 5, 200) / 10 - 10,
            "NumMentions": 1 + pick(number, 6, 20), "NumSources": 1 + pick(number, 7, 4),
            "AvgTone": round(pick(number, 8, 2000) / 100 - 10, 4),
            "ActionGeo_FullName": f"{first[2].title()}, {first[1].title()}",
            "ActionGeo_Lat": 20 + pick(number, 9, 3000) / 100,
            "ActionGeo_Long": 100 + pick(number, 10, 3000) / 100,
            "SOURCEURL": f"https://news.example/{first[0].lower()}/{number}"}
