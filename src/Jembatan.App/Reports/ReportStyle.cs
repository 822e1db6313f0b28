namespace Jembatan.App.Reports;

/// <summary>The look of the HTML report: system fonts, serif where an informant speaks, safe in black and white.</summary>
internal static class ReportStyle
{
    public const string Css = """
        :root{--ink:#17201d;--ink2:#46514b;--line:#dde0dc;--strong:#868e88;--accent:#0b6b57;--warn:#fdf3da;--warnline:#d9a520;
        --ui:"Segoe UI Variable Text","Segoe UI",-apple-system,BlinkMacSystemFont,Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;
        --voice:Charter,"Bitstream Charter","Sitka Text","Iowan Old Style",Cambria,"Noto Serif","Liberation Serif",Georgia,serif}
        *{box-sizing:border-box}html{scroll-behavior:smooth}@media(prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
        body{margin:0;background:#f5f6f4;color:var(--ink);font:16px/1.55 var(--ui);font-variant-numeric:tabular-nums lining-nums;overflow-wrap:break-word}
        .notice{position:sticky;top:0;z-index:2;margin:0;max-width:none;padding:8px 24px;background:#fff;border-bottom:1px dashed var(--strong);font-size:13px;line-height:1.4;color:var(--ink2);text-align:center}
        main{max-width:860px;margin:0 auto;padding:40px 48px 80px;background:#fff}
        h1{font-size:30px;line-height:1.18;letter-spacing:-.015em;margin:0 0 8px;text-wrap:balance}h2{font-size:22px;line-height:1.25;margin:52px 0 12px;padding-top:12px;border-top:2px solid var(--ink)}
        h3{font-size:17px;line-height:1.3;margin:30px 0 6px}h4{font-size:15px;line-height:1.35;margin:22px 0 4px}h1,h2,h3,h4{break-after:avoid}[id]{scroll-margin-top:72px}
        p{margin:0 0 12px;max-width:72ch}p.lead{font-size:17.5px;line-height:1.5}p.small,.footnotes{font-size:13px;color:var(--ink2);overflow-wrap:anywhere}p.small{max-width:none}
        p.note{font-size:14px;line-height:1.45;max-width:none;padding:8px 12px;border:1px solid var(--warnline);border-left-width:4px;border-radius:3px;background:var(--warn)}
        a{color:var(--accent);text-underline-offset:3px;text-decoration-style:dotted;text-decoration-thickness:1px}a:hover{text-decoration-style:solid}:focus-visible{outline:2px solid #0b57d0;outline-offset:2px}
        .mark{font-size:.72em;line-height:1;vertical-align:.35em;margin-left:.25em;white-space:nowrap}
        :target{background:#e2f0eb;outline:6px solid #e2f0eb}ul,ol{padding-left:26px;margin:0 0 14px}li{margin:3px 0}
        .contents{margin:34px 0;font-size:15px}.contents h2{font-size:17px;border:0;margin:0 0 6px;padding:0}
        figure{margin:16px 0}.quote{border-left:3px solid var(--ink);padding:2px 0 2px 16px;break-inside:avoid}.quote.contra{border-left:6px double var(--ink)}
        blockquote,q{font-family:var(--voice)}q{color:var(--ink);quotes:"“" "”"}blockquote{margin:0;font-size:17px;line-height:1.5;white-space:pre-line}.quote figcaption{font-size:13px;color:var(--ink2);margin-top:2px}
        .scroll{overflow-x:auto;margin:14px 0 20px}table{border-collapse:collapse;width:100%;font-size:13px;line-height:1.42}.wide table{min-width:700px}caption{text-align:left;font-weight:600;padding:0 0 6px}
        th,td{text-align:left;vertical-align:top;padding:6px 9px 6px 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere;min-width:4.5em}thead th{font-size:12px;color:var(--ink2);border-bottom:1.5px solid var(--ink);vertical-align:bottom;overflow-wrap:normal}tbody th{font-weight:400}
        [class^=tone]{padding-left:8px}.num{text-align:right;white-space:nowrap;padding-right:14px}.one{white-space:nowrap}.tone-fit{background:#cfe0f1}.tone-fairly-fit{background:#e4eef8}.tone-unclear{background:#edefec}
        .tone-misfit{background:repeating-linear-gradient(135deg,#fbece0 0 6px,#fff4ea 6px 12px)}.tone-insufficient{outline:1px dotted var(--strong);outline-offset:-3px}
        .chart{overflow-x:auto}.chart svg{display:block;width:100%;min-width:620px;height:auto}.chart figcaption{font-weight:600;font-size:13px;margin:4px 0}
        svg text{font-family:var(--ui);fill:var(--ink)}svg .nm{font-size:12.5px}svg .hd{font-size:13px;font-weight:600}svg .sm{font-size:11px;fill:var(--ink2)}
        svg .rule{stroke:var(--line);fill:none}svg .zero{stroke:var(--ink);fill:none}svg .range{stroke:var(--ink);stroke-width:1.3;fill:none}svg .bar{stroke:var(--ink);stroke-width:.6}svg .none{fill:none;stroke:var(--strong);stroke-dasharray:2 3}
        svg .line{fill:none;stroke:#14556b;stroke-width:2}svg .dot{fill:#fff;stroke:#14556b;stroke-width:1.8}svg .contra{fill:#fff;stroke:var(--ink);stroke-width:1.3}svg .sq{stroke:var(--ink);stroke-width:.7}
        td a[href^="#src-"]{display:inline-block;min-width:24px;line-height:24px}
        hr.page{border:0;margin:0}.footnotes{margin-top:48px}.footnotes h2{font-size:17px}
        @media(max-width:720px){main{padding:24px 16px 60px}.notice{position:static;padding:8px 16px}p.lead{font-size:16px}}
        @page{size:A4;margin:19mm 15mm 16mm;@top-center{font:7pt/1.3 "Liberation Sans",Arial,sans-serif;color:#46514b;width:180mm;vertical-align:middle}
        @bottom-left{font:7.5pt "Liberation Sans",Arial,sans-serif;color:#46514b}@bottom-right{font:7.5pt "Liberation Sans",Arial,sans-serif;color:#46514b}}
        @page:first{margin-top:11mm;@top-center{content:none}}
        @media print{body{background:#fff;font-size:9.6pt;line-height:1.42}main{max-width:none;padding:0}.notice{position:static;border:1px dashed var(--strong);padding:2px 8px;margin-bottom:4px;font-size:8.2pt}
        .contents{margin:14pt 0}.contents ol{columns:2;column-gap:24pt}.contents li{break-inside:avoid}
        h1{font-size:17pt}h2{font-size:14pt;margin:22pt 0 6pt;padding-top:6pt}h3{font-size:11pt;margin:12pt 0 3pt}h4{font-size:9.8pt;margin:9pt 0 2pt}h1+p+h2{margin-top:5pt}p{margin:0 0 6pt;max-width:none}li{margin:1pt 0}ul,ol{margin-bottom:6pt}
        p.lead{font-size:10.5pt;line-height:1.4}p.small,.footnotes{font-size:8pt}p.note{font-size:8.4pt;padding:4px 8px}table{font-size:8.2pt;line-height:1.3}thead th{font-size:7.8pt}.wide table{min-width:0}
        th,td{padding:3px 7px 3px 0}[class^=tone]{padding-left:6px}blockquote{font-size:10.4pt;line-height:1.4}.quote{margin:6pt 0}.quote figcaption{font-size:8pt}.scroll{margin:6pt 0 10pt}
        .scroll,.chart{overflow:visible}.chart svg{min-width:0}hr.page{break-after:page}td a[href^="#src-"]{display:inline;line-height:inherit}a{color:inherit;text-decoration-style:solid;text-decoration-thickness:.4pt;text-decoration-color:var(--strong)}tr,.chart svg,p.small{break-inside:avoid}caption{break-after:avoid}thead{display:table-header-group}
        .tone-fit,.tone-fairly-fit,.tone-unclear,.tone-misfit,p.note{print-color-adjust:exact;-webkit-print-color-adjust:exact}:target{background:none;outline:0}}
        """;
}
