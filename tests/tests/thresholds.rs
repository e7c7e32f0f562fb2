//! Below, at and above every limit of the single schemes. Each expected amount is worked out by hand from the
//! published parameters; the arithmetic stands beside it.

use tests::{amount, decimal, scheme};

/// Keys and the expected amount, of one scheme on one date.
fn check(name: &str, date: &str, field: &str, cases: &[(&str, &str)]) {
    for (keys, expected) in cases {
        let keys: Vec<String> = keys.split(' ').map(str::to_owned).collect();
        let answer = scheme(name, date, &keys).unwrap_or_else(|error| panic!("{keys:?}: {error}"));
        assert_eq!(amount(&answer, field), decimal(expected), "{name} {date} {keys:?}");
    }
}

#[test]
fn health_allowance_falls_from_the_threshold_and_ends_at_24_euros_a_year() {
    // 2,119 - 1.912% x 29,736 = 1,550.44768, falling by 13.73 cents a euro: 6 euros 0.8238, 7 euros 0.9611.
    check(
        "zorgtoeslag",
        "2026-01-01",
        "jaar",
        &[
            ("toetsingsinkomen=29735", "1550"),
            ("toetsingsinkomen=29736", "1550"),
            ("toetsingsinkomen=29742", "1550"),
            ("toetsingsinkomen=29743", "1549"),
            // 2 x 2,119 - 4.289% x 29,736 = 2,962.62296; one euro more 2,962.48566.
            ("toetsingsinkomen=29736 partner=true", "2963"),
            ("toetsingsinkomen=29737 partner=true", "2962"),
            // 1,550.44768 - 13.73% x 11,121 = 23.53438; one euro more 23.39708, which rounds to 23: too little to pay.
            ("toetsingsinkomen=40857", "24"),
            ("toetsingsinkomen=40858", "0"),
        ],
    );
}

#[test]
fn kindgebonden_budget_falls_from_the_threshold_and_ends_at_24_euros_a_year() {
    let (name, date) = ("kindgebonden_budget", "2026-01-01");
    check(
        name,
        date,
        "jaar",
        &[
            // 2,580 + 3,416, falling by 7.60 cents a euro above 29,736.
            ("toetsingsinkomen=29736 kinderen=5", "5996.00"),
            ("toetsingsinkomen=29737 kinderen=5", "5995.92"),
            // 5,996 - 7.6% x 78,585 = 23.54; one euro more 23.464, which rounds to 23: too little to pay.
            ("toetsingsinkomen=108321 kinderen=5", "23.54"),
            ("toetsingsinkomen=108322 kinderen=5", "0"),
            ("toetsingsinkomen=39141 kinderen=5 alleenstaand=false", "2580.00"),
            ("toetsingsinkomen=39142 kinderen=5 alleenstaand=false", "2579.92"),
            // 724 from 12, 964 from 16.
            ("toetsingsinkomen=0 kinderen=11", "5996"),
            ("toetsingsinkomen=0 kinderen=12", "6720"),
            ("toetsingsinkomen=0 kinderen=15", "6720"),
            ("toetsingsinkomen=0 kinderen=16", "6960"),
            ("toetsingsinkomen=0 kinderen=17", "6960"),
            ("toetsingsinkomen=0 kinderen=", "0"),
        ],
    );
    // 2,579.92 / 12 = 214.99.
    check(name, date, "bedrag", &[("toetsingsinkomen=39141 kinderen=5 alleenstaand=false", "215")]);
    check(name, date, "bedrag", &[("toetsingsinkomen=39142 kinderen=5 alleenstaand=false", "214")]);
    check(
        name,
        "2027-01-01",
        "jaar",
        &[
            // 2,653 + 3,505 - 8.05% x (61,917 - 30,910) = 3,661.9365; above it 9.95 cents a euro.
            ("toetsingsinkomen=30911 kinderen=8", "6157.92"),
            ("toetsingsinkomen=61916 kinderen=8", "3662.02"),
            ("toetsingsinkomen=61917 kinderen=8", "3661.94"),
            ("toetsingsinkomen=61918 kinderen=8", "3661.84"),
        ],
    );
}

#[test]
fn rent_allowance_at_every_limit_of_the_rent() {
    let rent = |personen: &str, cases: &[(&str, &str)]| {
        for (huur, expected) in cases {
            let keys = format!("toetsingsinkomen=0 kale_huur={huur} {personen}");
            check("huurtoeslag", "2026-01-01", "bedrag", &[(&keys, expected)]);
        }
    };
    rent(
        "personen=1",
        &[
            // Basic rent 202.52. A year of less than 23.50 rounds to less than 24: 12 x 1.95 = 23.40, 12 x 1.96 = 23.52.
            ("202.52", "0"),
            ("204.47", "0"),
            ("204.48", "1"),
            // Part A in full up to 498.20 (295.68), then 65%.
            ("497.51", "294"),
            ("497.52", "295"),
            ("498.20", "295"),
            ("498.69", "295"), // 295.68 + 65% x 0.49 = 295.9985
            ("498.70", "296"), // 295.68 + 65% x 0.50 = 296.005
            // At 713.02: 295.68 + 65% x 214.82 = 435.313; then 40%.
            ("713.02", "435"),
            ("714.73", "435"), // + 40% x 1.71 = 435.997
            ("714.74", "436"), // + 40% x 1.72 = 436.001
            // The rent counts up to 932.93: 435.313 + 40% x 219.91 = 523.277.
            ("932.23", "522"), // 435.313 + 40% x 219.21 = 522.997
            ("932.24", "523"), // 523.001
            ("932.93", "523"),
            ("1500.00", "523"),
        ],
    );
    rent("personen=2", &[("200.71", "0"), ("202.66", "0"), ("202.67", "1")]);
    // Two persons keep 713.02: 297.49 + 139.633 + 40% x 51.12 = 457.571.
    rent("personen=2", &[("764.14", "457")]);
    rent(
        "personen=3",
        &[
            // 297.49 + 65% x 265.94 = 470.351 at 764.14, then 40%.
            ("764.14", "470"),
            ("765.76", "470"), // + 40% x 1.62 = 470.999
            ("765.77", "471"), // + 40% x 1.63 = 471.003
        ],
    );
    let young = "personen=1 alle_onder_21=true";
    rent(young, &[("497.51", "294"), ("498.20", "295"), ("498.70", "295"), ("900", "295")]);
}

#[test]
fn rent_allowance_falls_from_the_income_point() {
    check(
        "huurtoeslag",
        "2026-01-01",
        "bedrag",
        &[
            // 295.68 + 65% x 101.80 = 361.85, falling by 27% / 12 = 2.25 cents a euro above 23,425.
            ("toetsingsinkomen=23425 kale_huur=600", "361"),
            ("toetsingsinkomen=23462 kale_huur=600", "361"), // - 0.8325 = 361.0175
            ("toetsingsinkomen=23463 kale_huur=600", "360"), // - 0.855 = 360.995
            // 428.66, falling by 22% / 12 above 31,500: 36 euros are exactly 0.66.
            ("toetsingsinkomen=31500 kale_huur=700 personen=2", "428"),
            ("toetsingsinkomen=31536 kale_huur=700 personen=2", "428"),
            ("toetsingsinkomen=31537 kale_huur=700 personen=2", "427"),
        ],
    );
}

#[test]
fn rent_allowance_of_2025_ends_at_its_maximum_rent() {
    // Minimum basic rent 236.19 - 37.14 = 199.05 up to 22,700: 477.20 - 199.05 + 65% x 205.76 = 411.894 at 682.96,
    // then 40%, up to a rent of 900.07: + 86.844 = 498.738. A higher rent gives no right.
    check(
        "huurtoeslag",
        "2025-01-01",
        "bedrag",
        &[
            ("toetsingsinkomen=22700 kale_huur=900.07", "498"),
            ("toetsingsinkomen=22700 kale_huur=900.08", "0"),
            ("toetsingsinkomen=22700 kale_huur=682.96", "411"),
            // 234.38 - 37.14 = 197.24: 279.96 + 65% x 205.76 = 413.704 for two; nothing above 682.96.
            ("toetsingsinkomen=30450 kale_huur=682.96 personen=2", "413"),
            ("toetsingsinkomen=30450 kale_huur=800 personen=2", "413"),
            // Under 23: up to 477.20, 278.15.
            ("toetsingsinkomen=22700 kale_huur=477.20 alle_onder_21=true", "278"),
            ("toetsingsinkomen=22700 kale_huur=477.21 alle_onder_21=true", "0"),
        ],
    );
}

#[test]
fn childcare_allowance_at_the_limits_of_income_hours_and_price() {
    check(
        "kinderopvangtoeslag",
        "2026-01-01",
        "bedrag",
        &[
            ("toetsingsinkomen=56412 opvang=dagopvang:100:10", "960"),
            ("toetsingsinkomen=56413 opvang=dagopvang:100:10", "955"), // 95.5%
            // 960 + 96% x 450; 955 + 95.6% x 450 = 1,385.20.
            ("toetsingsinkomen=56412 opvang=dagopvang:100:10,bso:50:9", "1392"),
            ("toetsingsinkomen=56413 opvang=dagopvang:100:10,bso:50:9", "1385"),
            ("toetsingsinkomen=165657 opvang=dagopvang:100:10", "385"), // 38.5%
            ("toetsingsinkomen=165658 opvang=dagopvang:100:10", "365"), // 36.5%
            // 365 + 69.1% x 450 = 675.95; 365 + 68.2% x 450 = 671.90.
            ("toetsingsinkomen=235697 opvang=dagopvang:100:10,bso:50:9", "675"),
            ("toetsingsinkomen=235698 opvang=dagopvang:100:10,bso:50:9", "671"),
            ("toetsingsinkomen=0 opvang=dagopvang:229:10", "2198"), // 2,198.40
            ("toetsingsinkomen=0 opvang=dagopvang:230:10", "2208"),
            ("toetsingsinkomen=0 opvang=dagopvang:231:10", "2208"),
            ("toetsingsinkomen=0 opvang=dagopvang:100:11.22", "1077"), // 1,077.12
            ("toetsingsinkomen=0 opvang=dagopvang:100:11.23", "1078"), // 1,078.08
            ("toetsingsinkomen=0 opvang=dagopvang:100:11.24", "1078"),
            ("toetsingsinkomen=0 opvang=bso:100:9.97", "957"), // 957.12
            ("toetsingsinkomen=0 opvang=bso:100:9.98", "958"), // 958.08
            ("toetsingsinkomen=0 opvang=bso:100:9.99", "958"),
            ("toetsingsinkomen=0 opvang=gastouder:100:8.48", "814"), // 814.08
            ("toetsingsinkomen=0 opvang=gastouder:100:8.49", "815"), // 815.04
            ("toetsingsinkomen=0 opvang=gastouder:100:8.50", "815"),
            // 96% of 2.03 is 1.95, 23.40 a year: too little to pay. Of 2.04 it is 1.96, 23.52 a year.
            ("toetsingsinkomen=0 opvang=dagopvang:1:2.03", "0"),
            ("toetsingsinkomen=0 opvang=dagopvang:1:2.04", "1"),
        ],
    );
}

#[test]
fn the_first_child_has_most_hours_then_the_highest_costs() {
    check(
        "kinderopvangtoeslag",
        "2026-01-01",
        "bedrag",
        &[
            // At 75,000: 88.2% for the first child, 94.2% for the next. Equal hours: the dearer is first.
            // 88.2% x 1,123.00 = 990.49; 94.2% x 998.00 = 940.12. The other way round it would be 1,938.
            ("toetsingsinkomen=75000 opvang=bso:100:9.98,dagopvang:100:11.23", "1930"),
            ("toetsingsinkomen=75000 opvang=dagopvang:100:11.23,bso:100:9.98", "1930"),
            // More hours go before higher costs: 88.2% x 550 = 485.10; 94.2% x 1,123 = 1,057.87.
            ("toetsingsinkomen=75000 opvang=bso:110:5,dagopvang:100:11.23", "1542"),
            ("toetsingsinkomen=75000 opvang=dagopvang:100:11.23,bso:110:5", "1542"),
            // Hours count up to 230: 240 and 250 are equal, so the dearer is first. 230 x 5 = 1,150 and 230 x 6 =
            // 1,380: 88.2% x 1,380 = 1,217.16; 94.2% x 1,150 = 1,083.30.
            ("toetsingsinkomen=75000 opvang=bso:250:5,bso:240:6", "2300"),
        ],
    );
}

#[test]
fn wage_tax_at_the_steps_brackets_and_credits() {
    check(
        "loonheffing",
        "2026-01-01",
        "bedrag",
        &[
            // Steps of 54 a year. 720 x 54 = 38,880: 35.75% = 13,899 (down). 721 x 54 = 38,934, above 38,883:
            // 13,900 + 37.56% x 51 = 13,919 (down).
            ("loon=3240.00 loonheffingskorting=false", "1158.25"),
            ("loon=3244.49 loonheffingskorting=false", "1158.25"),
            ("loon=3244.50 loonheffingskorting=false", "1159.92"),
            // 1,452 x 54 = 78,408: 13,900 + 37.56% x 39,525 = 28,745. 78,462: 28,752 + 49.5% x 36 = 28,769.
            ("loon=6534.00 loonheffingskorting=false", "2395.42"),
            ("loon=6538.49 loonheffingskorting=false", "2395.42"),
            ("loon=6538.50 loonheffingskorting=false", "2397.42"),
            // 29,700, below 29,736: 10,617 - 3,115 - 5,376 = 2,126. 29,754: 10,637 - 3,114 - 5,377 = 2,146.
            ("loon=2475.00", "177.17"),
            ("loon=2479.50", "178.83"),
            // 11,934: credit 8.324% = 994 (up); 4,266 - 3,115 - 994 = 157. 11,988: 996 + 31.009% x 23 = 1,004;
            // 4,285 - 3,115 - 1,004 = 166.
            ("loon=994.50", "13.08"),
            ("loon=998.99", "13.08"),
            ("loon=999.00", "13.83"),
            // Above the last row of 133,110: 49.5% of what is above 11,092.50, down to cents: 2.2275.
            ("loon=11096.99", "4651.67"),
            ("loon=11097.00", "4653.89"),
        ],
    );
    // The credit is cut back to the tax that is left: 945 a month, 11,340: 4,054 - 3,115 = 939, of 944.
    check("loonheffing", "2026-01-01", "arbeidskorting", &[("loon=945", "78.25")]);
}

#[test]
fn the_iack_begins_above_its_threshold_and_stops_at_its_maximum() {
    check(
        "iack",
        "2026-01-01",
        "bedrag",
        &[
            ("arbeidsinkomen=6239", "0"),
            ("arbeidsinkomen=6240", "1"),     // 0.1145, up
            ("arbeidsinkomen=6247", "1"),     // 0.916
            ("arbeidsinkomen=6248", "2"),     // 1.0305
            ("arbeidsinkomen=32710", "3031"), // 3,030.93
            ("arbeidsinkomen=32711", "3032"), // 3,031.04
            ("arbeidsinkomen=32720", "3032"), // 3,032.07, above the maximum
        ],
    );
}

#[test]
fn a_disregard_stops_at_its_cap() {
    check(
        "inkomensvrijlating",
        "2026-01-01",
        "bedrag",
        &[
            ("ink=1139.97 regel=n", "284.99"), // 284.9925
            ("ink=1139.98 regel=n", "285.00"), // 284.995, half a cent up
            ("ink=1140.01 regel=n", "285.00"),
            ("ink=1421.20 regel=r", "177.65"),
            ("ink=1421.28 regel=r", "177.66"),
            ("ink=1421.36 regel=r", "177.66"),
            ("ink=1201.20 regel=y", "180.18"),
            ("ink=1201.30 regel=y", "180.19"), // 180.195 is above the cap
        ],
    );
}

#[test]
fn gross_bijstand_knows_the_credit_used_on_wage_and_on_holiday_pay() {
    // C is 27.426%. 500 a month and 480: 1,645.56 + 131.64 used, 1,337.80 left: 12,000 + 55.64% x 10,662.20 - 1,337.80.
    // 900 and 864: a year of 11,664 taxes holiday pay, so 2,962.01 used, 152.99 left: 12,000 + 55.64% x 11,847.01 - 152.99.
    check(
        "bruto_bijstand",
        "2026-01-01",
        "bedrag",
        &[
            ("netto_jaar=12000 fiscaal_loon=500 vakantiegeld_bruto=480", "16594"),
            ("netto_jaar=12000 fiscaal_loon=900 vakantiegeld_bruto=864", "18438"),
        ],
    );
}
